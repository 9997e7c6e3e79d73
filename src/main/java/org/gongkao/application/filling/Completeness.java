package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.MaterialKinds;
import org.gongkao.application.Materials;
import org.gongkao.application.Records;
import org.gongkao.application.Sheet;
import org.gongkao.application.Sheets;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Level;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 填报完整性。Everything that a file still lacks before it can be handed in, told at once. */
@Component
class Completeness {

    private final Records records;
    private final Materials materials;
    private final Confirmations confirmations;
    private final Applicants applicants;
    private final Catalogue catalogue;
    private final Defects defects;

    Completeness(
            Records records,
            Materials materials,
            Confirmations confirmations,
            Applicants applicants,
            Catalogue catalogue,
            Defects defects) {
        this.records = records;
        this.materials = materials;
        this.confirmations = confirmations;
        this.applicants = applicants;
        this.catalogue = catalogue;
        this.defects = defects;
    }

    /** For handing in: also what has to be confirmed with the same request. */
    List<Fault> missing(Application application, Cycle cycle, Instant arrived) {
        var faults = new ArrayList<>(missingContent(application, cycle, arrived));
        var made = confirmations.madeAt(application, arrived);
        for (var kind : Confirmations.asked(application, applicants.card(application.personId()))) {
            if (!made.contains(kind)) {
                faults.add(new Fault(kind.field(), "请阅读“" + kind.label() + "”并打勾确认。"));
            }
        }
        return faults;
    }

    /** What the file itself lacks, shown on the worker's page all the time. */
    List<Fault> missingContent(Application application, Cycle cycle, Instant now) {
        var faults = new ArrayList<Fault>();
        if (catalogue.open(cycle, application.level()).stream()
                .noneMatch(one -> one.code().equals(application.occupation()))) {
            faults.add(new Fault("choice.occupation", "您选的工种今年不开放这个等级，请重新选择。"));
        }
        var record = records.of(application);
        for (var group : Sheets.groups()) {
            faults.addAll(missing(group, record.getOrDefault(group, Filled.EMPTY), application, now));
        }
        faults.addAll(missingMaterials(application, cycle, record));
        if (isReturnedUnchanged(application)) {
            faults.add(new Fault("defects", "退回后还没有改动，请按退回意见改正或补充材料后再提交。"));
        }
        return faults;
    }

    static List<Fault> missing(FieldGroup group, Filled filled, Application application, Instant now) {
        var sheet = Sheets.of(group, application.year());
        var faults = new ArrayList<>(
                FieldChecks.open(sheet, filled, Shanghai.day(now)).list());
        faults.addAll(demandedByLevel(sheet, filled, application).list());
        return faults;
    }

    /** What one level asks and another does not. */
    private static Faults demandedByLevel(Sheet sheet, Filled filled, Application application) {
        var faults = new Faults();
        var level = application.level();
        switch (sheet.group()) {
            case POST ->
                faults.addIf(
                        level == Level.FIVE
                                && filled.value(Sheets.REGULAR_SINCE).isEmpty(),
                        "post." + Sheets.REGULAR_SINCE,
                        "申报五级（初级工）的，请填写转正定级时间。");
            case CERTIFICATES ->
                faults.addIf(
                        (level == Level.TWO || level == Level.ONE)
                                && filled.rows().isEmpty(),
                        "certificates[0].occupation",
                        "申报" + level.full() + "的，请填写现持有的"
                                + Level.of(level.number() + 1).full() + "证书。");
            case APPRAISALS ->
                sheet.fields().stream()
                        .limit(Sheets.asked(level))
                        .filter(field ->
                                field.optional() && filled.value(field.name()).isEmpty())
                        .forEach(field -> faults.add(sheet.name(field), "申报一级（高级技师）的，请选择" + field.label() + "。"));
            case AWARDS ->
                faults.addIf(
                        filled.value("sanctioned").equals("YES")
                                && filled.value("sanction").isEmpty(),
                        "awards.sanction",
                        "有处分的，请写明处分的种类、决定机关和期限。");
            case CHOICE, PERSON, EDUCATION -> {}
        }
        return faults;
    }

    private List<Fault> missingMaterials(Application application, Cycle cycle, Map<FieldGroup, Filled> record) {
        var there = materials.of(application);
        boolean certificateListed = !record.getOrDefault(FieldGroup.CERTIFICATES, Filled.EMPTY)
                .rows()
                .isEmpty();
        return cycle.section(MaterialKinds.class).list().stream()
                .filter(kind -> kind.isDemanded(application.level(), certificateListed))
                .filter(kind -> there.stream().noneMatch(one -> one.kind().equals(kind.code())))
                .map(kind -> new Fault(kind.field(), "请上传" + kind.name() + "。"))
                .toList();
    }

    private boolean isReturnedUnchanged(Application application) {
        var asked = defects.open(application);
        return !asked.isEmpty()
                && asked.stream().noneMatch(Defects.Defect::mended)
                && !defects.materialAddedSinceReturn(application);
    }
}

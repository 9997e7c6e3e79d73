package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Assistances;
import org.gongkao.application.DeferralTerms;
import org.gongkao.application.Deferrals;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Sheet;
import org.gongkao.application.Sheets;
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Level;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 填报完整性。Everything that a file still lacks before it can be handed in, told at once. */
@Component
class Completeness {

    private static final Map<String, List<String>> DEMANDED_BY = Map.of(
            "interrupted", List.of("interruptions"),
            "away", List.of("awayPeriods"),
            "sanctioned", List.of("disciplineKind", "disciplineFrom", "disciplineTo"));

    private final NeededMaterials needed;
    private final Catalogue catalogue;
    private final Defects defects;
    private final Assistances assistances;
    private final Deferrals deferrals;
    private final Applicants applicants;

    Completeness(
            NeededMaterials needed,
            Catalogue catalogue,
            Defects defects,
            Assistances assistances,
            Deferrals deferrals,
            Applicants applicants) {
        this.needed = needed;
        this.catalogue = catalogue;
        this.defects = defects;
        this.assistances = assistances;
        this.deferrals = deferrals;
        this.applicants = applicants;
    }

    /** For handing in, also with what has to be confirmed with the same request; {@code ticked} may be of an older text. */
    void require(Checked checked, List<ToConfirm> toConfirm, Map<String, String> ticked, Instant arrived) {
        var faults = lacks(checked, arrived);
        for (var asked : toConfirm) {
            if (!asked.digest().equals(ticked.get(asked.kind()))) {
                faults.add(new Fault(
                        asked.field(),
                        ticked.containsKey(asked.kind())
                                ? "“" + asked.label() + "”的内容在您打开页面之后有改动，请重新阅读并打勾确认。"
                                : "请阅读“" + asked.label() + "”并打勾确认。"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Which confirmations the file asks for as it stands. */
    List<ToConfirm> toConfirm(Checked checked) {
        var application = checked.application();
        var assisted = assistances.of(application);
        return ToConfirm.of(
                application,
                checked,
                assisted,
                assisted.isEmpty() ? List.of() : deferrals.standing(application),
                checked.cycle().section(DeferralTerms.class));
    }

    /** What keeps a file from being handed in: content that lacks, and conditions that are not met. */
    List<Fault> lacks(Checked checked, Instant now) {
        var faults = new ArrayList<>(missingContent(checked, now));
        faults.addAll(checked.bars());
        return faults;
    }

    /** What the file itself lacks, shown on the worker's page all the time. */
    List<Fault> missingContent(Checked checked, Instant now) {
        var faults = new ArrayList<Fault>();
        var application = checked.application();
        if (applicants.isDisowned(application.personId())) {
            faults.add(new Fault("unit", ApplicationRefusal.UNIT_DISOWNS.sentence()));
        }
        if (catalogue.open(checked.cycle(), application.level()).stream()
                .noneMatch(one -> one.code().equals(application.occupation()))) {
            faults.add(new Fault("choice.occupation", "您选的工种今年不开放这个等级，请重新选择。"));
        }
        var record = checked.form().record();
        for (var group : Sheets.groups()) {
            var sheet = checked.form().sheet(group);
            faults.addAll(missing(sheet, record.getOrDefault(group, Filled.EMPTY), application, now));
        }
        faults.addAll(needed.missing(checked));
        if (isReturnedUnchanged(application)) {
            faults.add(new Fault("defects", "退回后还没有改动，请按退回意见改正或补充材料后再提交。"));
        }
        return faults;
    }

    static List<Fault> missing(Sheet sheet, Filled filled, Application application, Instant now) {
        var faults = new ArrayList<>(
                FieldChecks.open(sheet, filled, Shanghai.day(now)).list());
        faults.addAll(demandedByLevel(sheet, filled, application.level()).list());
        faults.addAll(demandedByAnswer(sheet, filled).list());
        return faults;
    }

    /** Level one looks at more years of appraisal. */
    private static Faults demandedByLevel(Sheet sheet, Filled filled, Level level) {
        var faults = new Faults();
        if (sheet.group() == FieldGroup.APPRAISALS && level == Level.ONE) {
            sheet.fields().stream()
                    .filter(field -> field.name().matches("y\\d{4}") && field.optional())
                    .filter(field -> filled.value(field.name()).isEmpty())
                    .forEach(field -> faults.add(sheet.name(field), "申报一级（高级技师）的，请选择" + field.label() + "。"));
        }
        return faults;
    }

    private static Faults demandedByAnswer(Sheet sheet, Filled filled) {
        var faults = new Faults();
        for (var field : sheet.fields()) {
            boolean demanded = DEMANDED_BY.entrySet().stream()
                    .anyMatch(one -> one.getValue().contains(field.name())
                            && filled.value(one.getKey()).equals("YES"));
            faults.addIf(
                    demanded && filled.value(field.name()).isEmpty(),
                    sheet.name(field),
                    "上一问答了“有”，请填写" + field.label() + "。");
        }
        return faults;
    }

    private boolean isReturnedUnchanged(Application application) {
        var asked = defects.open(application);
        return !asked.isEmpty()
                && asked.stream().noneMatch(Defects.Defect::mended)
                && !defects.materialAddedSinceReturn(application);
    }
}

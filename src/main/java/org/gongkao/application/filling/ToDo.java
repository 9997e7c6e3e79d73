package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Material;
import org.gongkao.application.Materials;
import org.gongkao.application.Sheets;
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.gongkao.application.filling.HomePage.Asked;
import org.gongkao.application.filling.HomePage.Task;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** 待办清单。What a worker still has to fill in, upload or mend, with the way to each. */
@Component
class ToDo {

    private static final String ELIGIBILITY = "申报资格";

    private final CheckingEligibility checking;
    private final Completeness completeness;
    private final Defects defects;
    private final Materials materials;
    private final Catalogue catalogue;

    ToDo(
            CheckingEligibility checking,
            Completeness completeness,
            Defects defects,
            Materials materials,
            Catalogue catalogue) {
        this.checking = checking;
        this.completeness = completeness;
        this.defects = defects;
        this.materials = materials;
        this.catalogue = catalogue;
    }

    /** 所缺与待办。What a file still lacks, and the tasks in their order with what is lacking in each. */
    record Open(List<Fault> missing, List<Task> tasks) {

        static final Open NONE = new Open(List.of(), List.of());
    }

    Open of(Application application, Places at, Instant now) {
        var checked = checking.of(application, now);
        var missing = completeness.missingContent(checked, now);
        return new Open(missing, tasks(application, checked, missing, at));
    }

    private List<Task> tasks(Application application, Checked checked, List<Fault> missing, Places at) {
        var tasks = new ArrayList<Task>();
        var occupation = catalogue
                .find(checked.cycle(), application.occupation())
                .map(one -> one.name())
                .orElse("");
        missing.stream()
                .filter(isOf("unit"))
                .map(fault -> new Task(Sign.UNMET, "要改正", "所在单位", fault.sentence(), "/my-unit"))
                .forEach(tasks::add);
        tasks.add(task(
                FieldGroup.CHOICE.label(),
                application.level().full() + "，" + occupation,
                at.choice(),
                missing,
                "choice"));
        var record = checked.form().typed();
        for (var group : Sheets.groups()) {
            var task = task(group.label(), "", at.group(group), missing, group.key());
            boolean nothing = record.getOrDefault(group, Filled.EMPTY).isEmpty();
            tasks.add(
                    nothing && task.sign() == Sign.MET
                            ? new Task(Sign.NONE, "没有填", task.label(), "没有的不用填", task.href())
                            : task);
        }
        tasks.add(eligibility(checked, at));
        int files = materials.of(application).size();
        tasks.add(task("上传材料", files == 0 ? "" : "已上传 " + files + " 份", at.materials(), missing, "material"));
        var unmended = defects(application, at).stream()
                .filter(asked -> !asked.mended())
                .map(asked -> asked.href().split("[?#]", 2)[0])
                .toList();
        return tasks.stream()
                .map(task -> unmended.contains(task.href())
                        ? new Task(Sign.UNMET, "要改正", task.label(), task.note(), task.href())
                        : task)
                .toList();
    }

    private static Task eligibility(Checked checked, Places at) {
        var overall = checked.verdict().overall();
        int confirm = checked.verdict().conditions(Result.WARNING).size();
        var note = confirm > 0 && overall != Overall.INELIGIBLE
                ? overall.label() + "，提交时有 " + confirm + " 项须确认"
                : overall.label();
        return switch (overall) {
            case ELIGIBLE -> new Task(Sign.MET, "符合", ELIGIBILITY, note, at.verdict());
            case INELIGIBLE -> new Task(Sign.UNMET, "不符合", ELIGIBILITY, note, at.verdict());
            case UNDETERMINED -> new Task(Sign.PROOF, "待证明", ELIGIBILITY, note, at.verdict());
        };
    }

    private static Task task(String label, String note, String href, List<Fault> missing, String group) {
        long lacks = missing.stream().filter(isOf(group)).count();
        return lacks == 0
                ? new Task(Sign.MET, "已填好", label, note, href)
                : new Task(Sign.REST, "还缺 " + lacks + " 项", label, note, href);
    }

    private static Predicate<Fault> isOf(String group) {
        return fault -> group(fault).equals(group);
    }

    /** {@code post.startOfWork} and {@code certificates[0].level} belong to what stands before the first sign. */
    static String group(Fault fault) {
        return fault.field().split("[.\\[]", 2)[0];
    }

    List<Asked> defects(Application application, Places at) {
        var asked = new ArrayList<Asked>();
        for (var defect : defects.open(application)) {
            asked.add(asked(asked.size() + 1, application, defect, at));
        }
        return asked;
    }

    private Asked asked(int number, Application application, Defects.Defect defect, Places at) {
        if (defect.isMaterial()) {
            var material = materials.find(application, defect.material());
            var label = material.map(Material::label).orElse("材料");
            var kind = material.map(Material::kind).orElse("");
            return new Asked(
                    number,
                    defect.problem(),
                    defect.remedy(),
                    "材料：" + label,
                    at.materials(kind) + "#f-material." + kind,
                    "重新上传",
                    defect.mended());
        }
        if (defect.isCondition()) {
            return new Asked(
                    number,
                    defect.problem(),
                    defect.remedy(),
                    "申报条件：" + defects.condition(application, defect),
                    at.materials(),
                    "补充证明材料",
                    defect.mended());
        }
        var group = FieldGroup.valueOf(defect.item().toUpperCase(java.util.Locale.ROOT));
        return new Asked(
                number,
                defect.problem(),
                defect.remedy(),
                "栏目：" + group.label(),
                at.group(group),
                "去改这一栏",
                defect.mended());
    }

    /** The officer's words on one group or on the materials of one kind, shown where they are mended. */
    List<Asked> remarks(Application application, Places at, Predicate<Asked> about) {
        return defects(application, at).stream().filter(about).toList();
    }
}

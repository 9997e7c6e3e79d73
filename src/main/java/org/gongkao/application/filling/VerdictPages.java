package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.Moving;
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.gongkao.application.filling.VerdictPage.Change;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.PathLine;
import org.gongkao.eligibility.Verdict.Condition;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;

/** Puts the verdict on a file into its worker's words. */
@Component
class VerdictPages {

    /** First what bars, then what is to be proven and confirmed, last what is in order. */
    private static final List<Result> ORDER = List.of(Result.UNMET, Result.UNKNOWN, Result.WARNING, Result.MET);

    private final CheckingEligibility checking;
    private final Applicants applicants;
    private final Editing editing;
    private final Moving moving;

    VerdictPages(CheckingEligibility checking, Applicants applicants, Editing editing, Moving moving) {
        this.checking = checking;
        this.applicants = applicants;
        this.editing = editing;
        this.moving = moving;
    }

    VerdictPage of(Application application, Actor worker, Instant now) {
        var cycle = moving.cycle(application, now);
        var checked = checking.of(application, cycle, now);
        var verdict = checked.verdict();
        var year = verdict.earliestYear();
        boolean proof = !checked.conditions(Result.UNKNOWN).isEmpty();
        return new VerdictPage(
                cycle.name(),
                applicants.occupation(application, cycle) + " "
                        + application.level().full(),
                verdict.overall().result().sign(),
                verdict.overall().heading(cycle.year(), application.level()),
                counts(checked),
                year == null ? "按现在的情况，近年内" : proof ? "证明通过后，最早可申报" : "最早可申报",
                year == null ? "还不能申报" : year + "年",
                verdict.pathTitle(),
                verdict.conditions().stream()
                        .sorted(Comparator.comparing(one -> ORDER.indexOf(one.result())))
                        .map(Condition::line)
                        .toList(),
                changes(checked, cycle),
                verdict.paths().stream()
                        .filter(one -> !Objects.equals(one.id(), verdict.path()))
                        .map(PathLine::of)
                        .toList(),
                verdict.materials(),
                "%s第 %d 版，校验码 %s"
                        .formatted(
                                cycle.name(), cycle.version(), verdict.rules().substring(0, 8)),
                editing.isOpen(application, worker, now));
    }

    private static String counts(Checked checked) {
        var counts = new ArrayList<String>();
        for (var result : List.of(Result.MET, Result.UNMET, Result.UNKNOWN, Result.WARNING)) {
            int count = checked.conditions(result).size();
            if (count > 0) {
                counts.add(count + " 项" + result.label());
            }
        }
        return checked.verdict().conditions().size() + " 项条件：" + String.join("，", counts);
    }

    /** What can be done now, and what only time or a change brings. An unknown does not bar: it says what has to be shown. */
    private static List<Change> changes(Checked checked, Cycle cycle) {
        var changes = new ArrayList<Change>();
        checked.conditions(Result.UNKNOWN)
                .forEach(one -> changes.add(new Change(true, "证明：" + one.sentence(), one.neededSentence())));
        checked.conditions(Result.WARNING)
                .forEach(one -> changes.add(new Change(true, "提交时确认：" + one.sentence(), one.neededSentence())));
        var year = checked.verdict().earliestYear();
        var later = year != null && year > cycle.year() ? "其他情况不变时，" + year + "年不再有不符合的条件。" : "";
        checked.conditions(Result.UNMET)
                .forEach(one -> changes.add(new Change(false, "须改变：" + one.sentence(), one.neededSentence() + later)));
        return changes;
    }
}

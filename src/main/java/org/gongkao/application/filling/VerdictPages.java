package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.filling.VerdictPage.Change;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.Verdict;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.eligibility.VerdictSummary;
import org.springframework.stereotype.Component;

/** Puts the verdict on a file into its worker's words. */
@Component
class VerdictPages {

    private final CheckingEligibility checking;
    private final Applicants applicants;
    private final Editing editing;

    VerdictPages(CheckingEligibility checking, Applicants applicants, Editing editing) {
        this.checking = checking;
        this.applicants = applicants;
        this.editing = editing;
    }

    VerdictPage of(Application application, Filler by, Instant now) {
        var checked = checking.of(application, now);
        var cycle = checked.cycle();
        return new VerdictPage(
                by,
                cycle.name(),
                applicants.occupation(application, cycle) + " "
                        + application.level().full(),
                VerdictSummary.of(checked.verdict(), cycle, application.level()),
                changes(checked.verdict(), cycle),
                editing.isOpen(application, now));
    }

    /** What can be done now, and what only time or a change brings. An unknown does not bar: it says what has to be shown. */
    private static List<Change> changes(Verdict verdict, Cycle cycle) {
        var changes = new ArrayList<Change>();
        verdict.conditions(Result.UNKNOWN)
                .forEach(one -> changes.add(new Change(true, "证明：" + one.sentence(), one.neededSentence())));
        verdict.conditions(Result.WARNING)
                .forEach(one -> changes.add(new Change(true, "提交时确认：" + one.sentence(), one.neededSentence())));
        var year = verdict.earliestYear();
        var later = year != null && year > cycle.year() ? "其他情况不变时，" + year + "年不再有不符合的条件。" : "";
        verdict.conditions(Result.UNMET)
                .forEach(one -> changes.add(new Change(false, "须改变：" + one.sentence(), one.neededSentence() + later)));
        return changes;
    }
}

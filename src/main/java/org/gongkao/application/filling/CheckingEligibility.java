package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.eligibility.Fact;
import org.gongkao.eligibility.Facts;
import org.gongkao.eligibility.Verdict;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Fault;
import org.springframework.stereotype.Component;

/** 核对申报资格。What the rules of the year say of a file as it stands. */
@Component
class CheckingEligibility {

    /** The verdict with the form and the facts that it was made from. */
    record Checked(FilledForm form, Facts facts, Verdict verdict) {

        Application application() {
            return form.application();
        }

        Cycle cycle() {
            return form.cycle();
        }

        /** By a decision in force; the facts were read in the same transaction. */
        boolean isBarred() {
            return facts.value(Fact.BANS)
                    .filter(bans -> !((List<?>) bans).isEmpty())
                    .isPresent();
        }

        /** What bars handing in: each hard condition with its clause, what is needed, and from when it may be met. */
        List<Fault> bars() {
            int year = cycle().year();
            var unmet = verdict.conditions(Result.UNMET);
            if (unmet.isEmpty() && verdict.overall() == Overall.INELIGIBLE) {
                return List.of(new Fault("verdict.level", "今年没有通向这个等级的申报途径，请改选等级。"));
            }
            var earliest = verdict.earliestYear();
            var later = earliest != null && earliest > year ? "其他情况不变时，最早" + earliest + "年可以申报。" : "";
            return unmet.stream()
                    .map(one -> new Fault(
                            "verdict." + one.id(),
                            "不符合条件：" + one.sentence() + "（" + one.clause() + "）。您的情况：" + one.fact() + "。要求："
                                    + one.needed() + "。" + later))
                    .toList();
        }
    }

    private final FormSheets sheets;
    private final ApplicationFacts facts;
    private final Eligibility eligibility;

    CheckingEligibility(FormSheets sheets, ApplicationFacts facts, Eligibility eligibility) {
        this.sheets = sheets;
        this.facts = facts;
        this.eligibility = eligibility;
    }

    Checked of(Application application, Instant now) {
        var form = sheets.of(application, now);
        var known = facts.of(form, now);
        return new Checked(form, known, eligibility.judge(known, form.cycle()));
    }
}

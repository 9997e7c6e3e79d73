package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.Eligibility.CutOff;
import org.gongkao.eligibility.Verdict.Condition;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.eligibility.VerdictPage.Way;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;

/** One verdict put into a worker's words. */
final class VerdictPages {

    /** The facts that open a path of their own to those who claim it. */
    private static final List<Fact> CLAIMS = List.of(Fact.HONOURS, Fact.CAR_REFORM, Fact.EPIDEMIC_CIRCLE);

    private final Cycle cycle;
    private final Facts facts;
    private final Level level;
    private final Verdict verdict;

    private VerdictPages(Cycle cycle, Facts facts, Level level, Verdict verdict) {
        this.cycle = cycle;
        this.facts = facts;
        this.level = level;
        this.verdict = verdict;
    }

    /** {@code registering} says whether one can apply today. */
    static VerdictPage of(
            Cycle cycle,
            Answers answers,
            Facts facts,
            Level level,
            Verdict verdict,
            List<CutOff> table,
            boolean registering) {
        return new VerdictPages(cycle, facts, level, verdict).page(answers, table, registering);
    }

    private VerdictPage page(Answers answers, List<CutOff> table, boolean registering) {
        var trade = facts.value(Fact.OCCUPATION).map(Object::toString).orElse("");
        return new VerdictPage(
                cycle.name(),
                (trade + " " + level.full()).strip(),
                VerdictSummary.of(verdict, cycle, level),
                ways(),
                String.join(
                        "、",
                        CLAIMS.stream()
                                .filter(fact -> !facts.knows(fact))
                                .map(Fact::label)
                                .toList()),
                given(),
                cycle.name() + level.label() + "年限对照",
                table.stream().filter(line -> line.level() == level).toList(),
                registering && verdict.overall() == Overall.ELIGIBLE,
                answers.lines());
    }

    /** First what can be done today, then what this year has to show, and last what only time or a change brings. */
    private List<Way> ways() {
        var ways = new ArrayList<Way>();
        var missing = verdict.conditions(Result.UNKNOWN).stream()
                .flatMap(one -> one.missing().stream())
                .flatMap(key -> Fact.of(key).stream())
                .map(Fact::label)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            ways.add(new Way(true, "现在：补填" + String.join("、", missing), "补填后再测一次，这几项就有结论。"));
        }
        verdict.conditions(Result.UNKNOWN).stream()
                .filter(one -> one.missing().isEmpty())
                .forEach(one -> ways.add(new Way(true, "申报时：证明“" + one.sentence() + "”", one.neededSentence())));
        verdict.conditions(Result.WARNING)
                .forEach(one -> ways.add(new Way(true, "申报时：确认“" + one.sentence() + "”", one.neededSentence())));
        var barred = verdict.conditions(Result.UNMET);
        var year = verdict.earliestYear();
        if (year != null && year > cycle.year()) {
            ways.add(new Way(
                    false,
                    year + "年："
                            + String.join(
                                    "；",
                                    barred.stream().map(Condition::sentence).toList()),
                    "其他情况不变时，" + year + "年不再有不符合的条件。"));
        } else {
            barred.forEach(one -> ways.add(new Way(false, "须改变：" + one.sentence(), one.neededSentence())));
        }
        return ways;
    }

    private List<Line> given() {
        var lines = new ArrayList<Line>();
        facts.known().forEach((fact, value) -> {
            if (fact != Fact.DAY) {
                lines.add(new Line(fact.label(), Showing.of(value)));
            }
        });
        return lines;
    }
}

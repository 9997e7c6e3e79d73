package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.Verdict.Condition;
import org.gongkao.eligibility.Verdict.Needed;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.ConditionLine;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sign;

/**
 * 结论摘要。A verdict as the person concerned reads it, wherever it is shown: in one line with its {@code counts}, the earliest
 * {@code year}, condition by condition, the other ways, and the materials.
 */
public record VerdictSummary(
        Sign sign,
        String text,
        List<String> counts,
        String yearNote,
        String year,
        String path,
        List<ConditionLine> conditions,
        List<PathLine> otherPaths,
        List<Needed> materials,
        String rules) {

    /** What bars, what is to be proven, what to confirm, and then what is in order. */
    private static final List<Result> AS_READ = List.of(Result.UNMET, Result.UNKNOWN, Result.WARNING, Result.MET);

    private static final int SHOWN_OF_A_HASH = 8;

    public static VerdictSummary of(Verdict verdict, Cycle cycle, Level level) {
        var year = verdict.earliestYear();
        boolean proof = !verdict.conditions(Result.UNKNOWN).isEmpty();
        return new VerdictSummary(
                verdict.overall().result().sign(),
                verdict.overall().heading(cycle.year(), level),
                counts(verdict),
                year == null ? "按现在的情况，近年内" : proof ? "证明通过后，最早可申报" : "最早可申报",
                year == null ? "还不能申报" : year + "年",
                verdict.pathTitle(),
                verdict.conditions().stream()
                        .sorted(Comparator.comparing(one -> AS_READ.indexOf(one.result())))
                        .map(Condition::line)
                        .toList(),
                verdict.paths().stream()
                        .filter(one -> !Objects.equals(one.id(), verdict.path()))
                        .map(PathLine::of)
                        .toList(),
                verdict.materials(),
                "%s第 %d 版，校验码 %s"
                        .formatted(
                                cycle.name(), cycle.version(), verdict.rules().substring(0, SHOWN_OF_A_HASH)));
    }

    private static List<String> counts(Verdict verdict) {
        var counts = new ArrayList<String>();
        counts.add(verdict.conditions().size() + " 项条件：");
        for (var result : Result.values()) {
            int count = verdict.conditions(result).size();
            if (count > 0) {
                counts.add(count + " 项" + result.label());
            }
        }
        return counts;
    }
}

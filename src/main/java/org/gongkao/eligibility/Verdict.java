package org.gongkao.eligibility;

import java.util.List;
import java.util.Locale;
import org.gongkao.shared.ConditionLine;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/**
 * 资格结论。What the rules of a year say of these facts: the path that carries furthest with all its conditions, the year in
 * which the person can first apply, and what has to be shown. {@code rules} and {@code facts} are the hashes of what it was
 * made from, and from these it can be made again, byte for byte.
 */
public record Verdict(
        Overall overall,
        @Nullable String path,
        String pathTitle,
        @Nullable Integer earliestYear,
        List<Condition> conditions,
        List<PathOutcome> paths,
        List<Needed> materials,
        String rules,
        String facts) {

    public List<Condition> conditions(Result result) {
        return conditions.stream().filter(one -> one.result() == result).toList();
    }

    /** 总体结论。Undetermined is neither yes nor no: a fact is missing, or the agency decides. */
    public enum Overall {
        ELIGIBLE("符合申报资格条件", Result.MET),
        INELIGIBLE("不符合申报资格条件", Result.UNMET),
        UNDETERMINED("有条件尚待证明", Result.UNKNOWN);

        private final String label;
        private final Result result;

        Overall(String label, Result result) {
            this.label = label;
            this.result = result;
        }

        /** The same in the words for one condition: 符合、不符合、待证明. */
        public Result result() {
            return result;
        }

        /** The heading about a level: 2023年还不能申报三级. */
        public String heading(int year, Level level) {
            return year + "年"
                    + switch (this) {
                        case ELIGIBLE -> "可以申报" + level.label();
                        case INELIGIBLE -> "还不能申报" + level.label();
                        case UNDETERMINED -> "能不能申报" + level.label() + "，还要证明";
                    };
        }

        public String label() {
            return label;
        }

        /** As the JSON has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 条件结果。Of one condition. A warning does not bar, but has to be confirmed. */
    public enum Result {
        MET("符合", Sign.MET),
        UNMET("不符合", Sign.UNMET),
        UNKNOWN("待证明", Sign.PROOF),
        WARNING("须确认", Sign.DUE);

        private final String label;
        private final Sign sign;

        Result(String label, Sign sign) {
            this.label = label;
            this.sign = sign;
        }

        public Sign sign() {
            return sign;
        }

        public String label() {
            return label;
        }

        /** As the JSON has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * 条件结论。One condition: the fact it was held against and what is needed, in words; the document with its clause; the
     * sentence of the condition; {@code open} says why its number is 待确认, or is empty; {@code missing} are the keys of the
     * facts that would decide it.
     */
    public record Condition(
            String id,
            Result result,
            String fact,
            String needed,
            String clause,
            String sentence,
            String open,
            List<String> missing) {

        public ConditionLine line() {
            return new ConditionLine(
                    result.sign(), result.label(), sentence, open, fact, needed, List.of(clause.split(" ", 2)));
        }

        /** What is needed, as a sentence. */
        public String neededSentence() {
            return needed.isEmpty() || needed.endsWith("。") ? needed : needed + "。";
        }
    }

    /** 途径结论。One way to the level: what it comes to, and the sentences of the conditions that stand in its way. */
    public record PathOutcome(String id, String title, Overall overall, List<String> obstacles) {}

    /** 应交材料。A material that this path needs: why, in which form, and an example. */
    public record Needed(String code, String name, String reason, String format, String example) {}
}

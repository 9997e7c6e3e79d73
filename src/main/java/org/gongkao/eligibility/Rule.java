package org.gongkao.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkao.cycle.Node;
import org.jspecify.annotations.Nullable;

/**
 * One condition as the package has it. {@code upperBound} says why more service or another certificate may lose it, or is
 * empty; {@code lifts} are the conditions that a waiver lifts.
 */
record Rule(
        String id,
        Node node,
        RuleKind kind,
        Wording wording,
        Formula formula,
        Examples examples,
        InForce inForce,
        List<String> materials,
        List<String> lifts,
        String upperBound) {

    /** Document and clause, the condition's sentence, and the texts for the person's own case, with names in braces. */
    record Wording(String document, String clause, String sentence, String fact, String needed) {}

    /** The expression, what it measures, and its parameters by name: Long, Boolean, Days, String or a list of texts. */
    record Formula(String when, String measure, Map<String, Object> parameters) {}

    /** Facts as JSON: some that meet it, some that do not. */
    record Examples(List<String> passes, List<String> fails) {}

    /** A dated rule holds for packages whose registration opens in this time: from inclusive, until exclusive. */
    record InForce(@Nullable LocalDate from, @Nullable LocalDate until) {

        boolean on(LocalDate opening) {
            return (from == null || !opening.isBefore(from)) && (until == null || opening.isBefore(until));
        }
    }

    boolean judged() {
        return kind != RuleKind.AGENCY;
    }
}

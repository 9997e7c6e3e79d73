package org.gongkao.application.reevaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.eligibility.VerdictOutcome;
import org.jspecify.annotations.Nullable;

/** A file that comes out otherwise: before and after, and the conditions that do. */
record Comparison(
        long application,
        String number,
        Overall overallBefore,
        Overall overallAfter,
        String pathBefore,
        String pathAfter,
        @Nullable Integer yearBefore,
        @Nullable Integer yearAfter,
        List<Changed> conditions) {

    /** A condition by its id, and its results; null where it was not asked. */
    record Changed(
            String condition,
            @Nullable Result before,
            @Nullable Result after) {

        private static final String BETWEEN = ":";

        String text() {
            return condition + BETWEEN + word(before) + BETWEEN + word(after);
        }

        static Changed parse(String text) {
            var parts = text.split(BETWEEN, -1);
            return new Changed(parts[0], result(parts[1]), result(parts[2]));
        }

        static String word(@Nullable Result result) {
            return result == null ? "" : result.name();
        }

        static @Nullable Result result(String word) {
            return word.isEmpty() ? null : Result.valueOf(word);
        }
    }

    /** Nothing where both come to the same: another wording or another number that decides nothing here is no difference. */
    static Optional<Comparison> of(Reevaluation.Stored file, VerdictOutcome before, VerdictOutcome after) {
        var changed = new ArrayList<Changed>();
        var ids = new TreeSet<>(before.conditions().keySet());
        ids.addAll(after.conditions().keySet());
        for (var id : ids) {
            var one = before.conditions().get(id);
            var other = after.conditions().get(id);
            if (one != other) {
                changed.add(new Changed(id, one, other));
            }
        }
        if (changed.isEmpty()
                && before.overall() == after.overall()
                && Objects.equals(before.path(), after.path())
                && Objects.equals(before.earliestYear(), after.earliestYear())) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(
                file.application(),
                file.number(),
                before.overall(),
                after.overall(),
                before.pathTitle(),
                after.pathTitle(),
                before.earliestYear(),
                after.earliestYear(),
                List.copyOf(changed)));
    }
}

package org.gongkao.job;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;

/** 批量任务。A job as it stands: {@code done} of {@code total} rows, {@code failed} of the done ones refused, {@code remaining} of
 * them left to the successor of a closed account. */
record Job(
        long id,
        String task,
        String title,
        List<String> header,
        JobState state,
        int total,
        int done,
        int failed,
        int remaining,
        int stumbles,
        Actor by,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long carriedOnAs) {

    /** Whether this actor, who may see the job, may do what it left: the same office's same task falls to them. */
    boolean canBeCarriedOnBy(Actor actor) {
        return !state.isOpen()
                && remaining > 0
                && carriedOnAs == null
                && actor.role() == by.role()
                && Objects.equals(actor.officeText(), by.officeText());
    }
}

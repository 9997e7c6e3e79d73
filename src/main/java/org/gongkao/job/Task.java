package org.gongkao.job;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Actor;

/**
 * 批量事项。What a job does to each of its rows: a bean in the module that owns the act, found by its name. A row runs in
 * the transaction of its piece behind a savepoint of its own, so that a row that is refused leaves nothing behind and
 * troubles no neighbour. The name stands in the table: once used, it stays.
 */
public interface Task {

    String name();

    /** What people call it: 单位导入. */
    String label();

    /** Rows in one transaction; a piece should not take much over a second, since a cancel waits for it. */
    default int pieceSize() {
        return 100;
    }

    /** What to do about the lines that were not done, as the end of a sentence. */
    default String afterFailures() {
        return "修改后可以只提交这些行";
    }

    /** Whether the rows that a closed account left can be done by its successor in a job of its own, as they stand. */
    default boolean canBeCarriedOn() {
        return true;
    }

    /** What a row is about, for the results. */
    default String what(JobRow row) {
        return row.cell(0);
    }

    /** Whom the act is about, as the audit calls it ({@code application:20230000001}), where the row says it by a public number. */
    default Optional<String> subject(JobRow row) {
        return Optional.empty();
    }

    /**
     * Does one row for the person who started the job, at the business time of the start: what was handed in before the
     * bell counts. A {@link org.gongkao.shared.Refusal} or {@link org.gongkao.shared.InvalidInput} thrown here becomes
     * the row's result in its own words; let it pass, since only then is undone what the row had written.
     */
    Outcome run(JobRow row, Actor by, Instant at);

    /**
     * Told when the job will do no further row, in the transaction that ends it: {@code whole} when it came to its last row,
     * else somebody cancelled it, or its starter's account was closed.
     */
    default void ended(long job, boolean whole, Actor by, Instant at) {}
}

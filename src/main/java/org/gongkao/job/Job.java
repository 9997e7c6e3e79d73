package org.gongkao.job;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;

/** 批量任务。A job as it stands: {@code done} of {@code total} rows, {@code failed} of the done ones refused. */
record Job(
        long id,
        String task,
        String title,
        List<String> header,
        JobState state,
        int total,
        int done,
        int failed,
        int stumbles,
        Actor by,
        Instant startedAt,
        @Nullable Instant endedAt) {}

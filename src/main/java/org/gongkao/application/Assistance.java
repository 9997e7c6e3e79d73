package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * 单位代填。That the clerks of a unit fill in a file for its worker: who began it, who of them has written, and whether the worker
 * has been asked to confirm or has taken the file back into their own hand.
 */
public record Assistance(
        long id,
        String office,
        boolean asked,
        Instant begunAt,
        List<String> savedBy,
        @Nullable Instant savedAt,
        @Nullable Instant readyAt,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean hasWritten() {
        return savedAt != null;
    }

    /** The worker has been asked to confirm, and has not handed the file in since. */
    public boolean awaitsWorker(Application application) {
        var filing = application.filing();
        return readyAt != null && (filing == null || filing.submittedAt().isBefore(readyAt));
    }

    /** As a line of the file's history says it. */
    public String words(String officeName) {
        var words = (hasWritten() ? "单位经办人代填　" : "请单位代填　") + officeName;
        if (savedAt != null) {
            words += "　" + String.join("、", savedBy) + "，最近保存" + Shanghai.minute(savedAt);
        }
        return endedAt == null ? words : words + "，" + Shanghai.minute(endedAt) + "改为本人填写";
    }
}

package org.gongkao.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 容缺承诺。A material that a worker promised to hand in later, with the text of liability as it was shown then. */
public record Deferral(
        long id,
        String kind,
        String label,
        String liability,
        Instant dueAt,
        DeferralState state,
        @Nullable String guarantor,
        @Nullable Long materialId,
        String remark) {

    public boolean isGuaranteed() {
        return guarantor != null;
    }
}

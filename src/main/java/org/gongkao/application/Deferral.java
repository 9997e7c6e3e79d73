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
        @Nullable Instant ownUntil,
        DeferralState state,
        @Nullable String guarantor,
        @Nullable Long materialId,
        String remark) {

    public boolean isGuaranteed() {
        return guarantor != null;
    }

    /** Whether the worker can hand it in: once the file is approved, and before the date. */
    public boolean isOpen(ApplicationState file, Instant at) {
        return file.isApproved() && state == DeferralState.OPEN && at.isBefore(dueAt);
    }

    /** 另定期限: not the year's date, but working days that an office's delay had to be made good with. */
    public boolean hasOwnDate() {
        return dueAt.equals(ownUntil);
    }
}

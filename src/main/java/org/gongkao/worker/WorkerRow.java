package org.gongkao.worker;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** One worker in the unit's list. */
record WorkerRow(
        long personId,
        String name,
        String maskedNumber,
        @Nullable String maskedPhone,
        Standing standing,
        Instant enrolledAt,
        int version) {

    /** Whether this is who acts, under an account of the unit. */
    boolean isOf(Actor clerk) {
        return clerk.personId() != null && clerk.personId() == personId;
    }

    String enrolled() {
        return Shanghai.minute(enrolledAt);
    }

    String phone() {
        return maskedPhone == null ? "未登记" : maskedPhone;
    }
}

package org.gongkao.worker;

import java.time.Instant;
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

    String enrolled() {
        return Shanghai.minute(enrolledAt);
    }

    String phone() {
        return maskedPhone == null ? "未登记" : maskedPhone;
    }
}

package org.gongkao.application.onsite;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 原件交接。The originals while the agency has them: under which receipt, until when, and who took them back. */
record Custody(
        @Nullable String receipt,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant returnedAt,
        String returnedTo) {

    static final Custody NONE = new Custody(null, null, null, null, "");

    Custody returned(String to, Instant at) {
        return new Custody(receipt, receivedAt, dueAt, at, to);
    }
}

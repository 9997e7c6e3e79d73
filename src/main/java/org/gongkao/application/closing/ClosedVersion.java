package org.gongkao.application.closing;

import java.time.Instant;

/** 汇总表版本。A report that was closed: what a stamp is put under. */
record ClosedVersion(
        long id,
        long closingId,
        int version,
        String hash,
        String occasion,
        String responsible,
        int total,
        String by,
        Instant closedAt) {

    /** The first digits are enough to compare two sheets of paper by eye. */
    String shortHash() {
        return hash.substring(0, 16);
    }
}

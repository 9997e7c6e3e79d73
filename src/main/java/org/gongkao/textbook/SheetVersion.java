package org.gongkao.textbook;

import java.time.Instant;

/** 征订单版本。An order sheet that the unit has confirmed. */
record SheetVersion(long id, String unitCode, int year, int version, String hash, String by, Instant confirmedAt) {

    String shortHash() {
        return hash.substring(0, 16);
    }
}

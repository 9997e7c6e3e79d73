package org.gongkao.application.roster;

import java.time.Instant;

/** 花名册版本。A roster that was frozen: what a stamp is put under. */
record RosterVersion(
        long id, String unitCode, int year, int version, String hash, String reason, String by, Instant frozenAt) {

    /** The first digits are enough to compare two sheets of paper by eye. */
    String shortHash() {
        return hash.substring(0, 16);
    }
}

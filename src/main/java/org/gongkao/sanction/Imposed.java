package org.gongkao.sanction;

import java.time.Instant;

/** 生效的处理决定。Whom a decision in force concerns, the exam year whose application it takes away, and the bar it sets. */
public record Imposed(long personId, int year, Bar bar) {

    /**
     * Whether it takes this file too, which was taken at that moment by whichever decision: the year's own, and a later
     * year's that could not have been begun under this bar.
     */
    boolean takes(int fileYear, Instant takenAt) {
        return fileYear == year || (fileYear > year && takenAt.isBefore(bar.until()));
    }
}

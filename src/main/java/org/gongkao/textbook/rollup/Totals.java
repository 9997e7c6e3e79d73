package org.gongkao.textbook.rollup;

/** 汇总数。How many copies are ordered, paid for, handed out to units and in stock. */
record Totals(long ordered, long paid, long handedOut, long onHand) {

    static final Totals NONE = new Totals(0, 0, 0, 0);

    Totals plus(Totals other) {
        return new Totals(
                ordered + other.ordered, paid + other.paid, handedOut + other.handedOut, onHand + other.onHand);
    }

    boolean isNothing() {
        return equals(NONE);
    }

    /** What is ordered and has not been paid for. */
    long unpaid() {
        return Math.max(0, ordered - paid);
    }
}

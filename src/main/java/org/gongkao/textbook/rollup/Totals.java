package org.gongkao.textbook.rollup;

/**
 * 汇总数。How many copies are ordered, paid for, handed out to units, in stock, and {@code open}: paid for, still wanted, and not
 * handed out.
 */
record Totals(long ordered, long paid, long handedOut, long onHand, long open) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    Totals plus(Totals other) {
        return new Totals(
                ordered + other.ordered,
                paid + other.paid,
                handedOut + other.handedOut,
                onHand + other.onHand,
                open + other.open);
    }

    boolean isNothing() {
        return equals(NONE);
    }
}

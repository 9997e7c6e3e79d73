package org.gongkao.payment.close;

/** In what the book, a channel and the treasury do not say the same. */
enum DifferenceKind {
    MISSING_HERE("我方未记账"),
    MISSING_THERE("对账单没有"),
    AMOUNT("金额不一致"),
    FISCAL_MISSING("财政没有"),
    FISCAL_AMOUNT("财政金额不一致"),
    /** The same money, booked on another day: explained by itself, and no difference in money. */
    DAY("记账日不同");

    private final String label;

    DifferenceKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isFiscal() {
        return this == FISCAL_MISSING || this == FISCAL_AMOUNT;
    }
}

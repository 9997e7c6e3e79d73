package org.gongkao.textbook;

import org.gongkao.payment.ChargeState;
import org.gongkao.payment.ChargeView;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * 上缴情况。How a unit stands with the money for its newest sheet: what that costs, what was paid in all, and the charge of the
 * newest sheet where it asked for one.
 */
record Remittance(
        SheetVersion sheet,
        Money amount,
        Money paid,
        @Nullable ChargeView charge) {

    boolean withoutPrices() {
        return sheet.amount() == null;
    }

    /** More was paid for earlier sheets than the newest one costs: left to a refund, 待确认. */
    Money over() {
        return paid.compareTo(amount) > 0 ? paid.minus(amount) : Money.ZERO;
    }

    boolean isSettled() {
        return withoutPrices() || paid.compareTo(amount) >= 0;
    }

    /** Something went back: what is here of the money no longer pays for the sheet. */
    boolean isRefunded() {
        return !isSettled() && (charge == null || charge.state() == ChargeState.SETTLED);
    }

    /** Nothing can be paid any more, and the sum is not there: the unit confirms again while ordering goes on. */
    boolean hasLapsed() {
        return !isSettled()
                && (charge == null
                        || charge.state() == ChargeState.LAPSED
                        || charge.state() == ChargeState.CANCELLED
                        || charge.state() == ChargeState.SETTLED);
    }
}

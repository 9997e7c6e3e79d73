package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * 缴费概况。What another module may show of a charge. {@code byUnit}: it is in an order of another, by which the unit pays for
 * many. {@code givenBack}: what of a paid fee has gone back; {@code before}: what went back whole by charges that it took the place of.
 */
public record ChargeView(
        String number,
        Purpose purpose,
        ChargeState state,
        String title,
        Money amount,
        Instant deadline,
        @Nullable Instant settledAt,
        boolean byUnit,
        Money givenBack,
        Money before) {

    /** Where the payer sees it and pays. */
    public String path() {
        return "/charges/" + number;
    }

    /** Finance looks at what came for it. */
    public boolean isInDoubt() {
        return state == ChargeState.DISPUTED;
    }

    /** Who owes it is asked for it, and reminded of it: neither pays the unit nor does finance look at what came. */
    public boolean isAsked() {
        return !isInDoubt() && !byUnit;
    }

    /** Why the fee is asked for once more, where it has been paid and has gone back; empty else. */
    public String whyAgain() {
        return before.fen() == 0 ? "" : ChargeWords.replaced(before);
    }

    /** Paid, and all of it has gone back since: nobody is paid by it any more. */
    public boolean isGivenBack() {
        return state == ChargeState.SETTLED && givenBack.compareTo(amount) >= 0;
    }
}

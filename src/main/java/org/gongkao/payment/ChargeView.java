package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/** 缴费概况。What another module may show of a charge. */
public record ChargeView(
        String number,
        Purpose purpose,
        ChargeState state,
        String title,
        Money amount,
        Instant deadline,
        @Nullable Instant settledAt) {

    /** Where the payer sees it and pays. */
    public String path() {
        return "/charges/" + number;
    }
}

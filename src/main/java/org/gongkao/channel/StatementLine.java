package org.gongkao.channel;

import java.time.Instant;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * 对账单行。One movement of money that the channel booked. {@code number} is our order's or our refund's number as the channel
 * gives it back; a bank gives what the payer wrote, or nothing.
 */
public record StatementLine(
        Kind kind,
        String transaction,
        @Nullable String number,
        Money amount,
        Instant at,
        @Nullable String payer) {

    /** 收支方向。 */
    public enum Kind {
        IN("收款"),
        OUT("退款");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

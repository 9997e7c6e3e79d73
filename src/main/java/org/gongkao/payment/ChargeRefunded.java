package org.gongkao.payment;

import org.gongkao.shared.Money;

/** 已退费。Money of a settled charge has gone back; {@code remaining} is what of it is still ours. */
public record ChargeRefunded(long chargeId, String purposeKey, long refundId, Money remaining) {

    /** Whether nothing of it is left; for conditions. */
    public boolean isWhole() {
        return remaining.fen() == 0;
    }
}

package org.gongkao.payment.collective;

import org.gongkao.payment.ChargeState;
import org.gongkao.shared.Sign;

/** 分摊状态。How one person's share of a payment for many stands. */
enum ShareState {
    PAID("已缴费", Sign.MET),
    WAITING("待付款", Sign.DUE),
    CONFIRMING("正在确认", Sign.PROOF),
    DISPUTED("待财务核实", Sign.PROOF),
    /** The unit's money came and this charge could not take it: it stands in the list of discrepancies. */
    UNCLEAR("这一份待财务核实", Sign.PROOF),
    OTHERWISE("已另行缴费", Sign.MET),
    OTHER_ORDER("正在另行缴费", Sign.PROOF),
    UNPAID("未缴费", Sign.REST),
    LAPSED("逾期未缴", Sign.UNMET),
    CANCELLED("已取消", Sign.NONE);

    private final String label;
    private final Sign sign;

    ShareState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** {@code ours}: by one of this payment's orders; {@code unclear}: such an order's money for this charge is in doubt. */
    static ShareState of(ChargeState charge, boolean paidByUs, boolean ours, boolean unclear) {
        if (paidByUs) {
            return PAID;
        }
        if (unclear) {
            return UNCLEAR;
        }
        return switch (charge) {
            case SETTLED -> OTHERWISE;
            case PREPARED -> ours ? WAITING : OTHER_ORDER;
            case UNKNOWN -> ours ? CONFIRMING : OTHER_ORDER;
            case DISPUTED -> ours ? DISPUTED : OTHER_ORDER;
            case OPEN -> UNPAID;
            case LAPSED -> LAPSED;
            case CANCELLED -> CANCELLED;
        };
    }
}

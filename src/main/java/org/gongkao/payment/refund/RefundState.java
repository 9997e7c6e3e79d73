package org.gongkao.payment.refund;

import org.gongkao.shared.Sign;

/**
 * 退费状态。Where a refund stands. {@link #SENT} is not known to have gone until the channel says so, however long that takes.
 */
enum RefundState {
    REQUESTED("待财务受理", Sign.DUE),
    PROPOSED("待复核", Sign.DUE),
    SENT("退款处理中", Sign.PROOF),
    /** The channel speaks of another amount than was asked for. */
    DISPUTED("渠道报告不符，待核实", Sign.PROOF),
    FAILED("渠道未能退款", Sign.UNMET),
    DONE("已退费", Sign.MET),
    REJECTED("不予退费", Sign.UNMET),
    WITHDRAWN("已撤回", Sign.NONE);

    private final String label;
    private final Sign sign;

    RefundState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** Nothing more happens by anybody's act. */
    boolean isEnd() {
        return this == DONE || this == REJECTED || this == WITHDRAWN;
    }
}

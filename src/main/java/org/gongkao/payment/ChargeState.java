package org.gongkao.payment;

import org.gongkao.shared.Sign;

/**
 * 缴费状态。Where a charge stands. {@link #UNKNOWN} is a state of its own: a channel that has not answered has neither taken
 * the money nor refused it.
 */
public enum ChargeState {
    OPEN("待缴费", Sign.DUE),
    /** Sent to the channel, or the bell has rung, and the channel's word is still out. */
    UNKNOWN("正在确认", Sign.PROOF),
    /** The channel holds an order that waits for the payer. */
    PREPARED("待支付", Sign.DUE),
    /** The channel reports money that does not fit; finance looks at it. */
    DISPUTED("待财务核实", Sign.PROOF),
    SETTLED("已缴费", Sign.MET),
    LAPSED("逾期未缴", Sign.UNMET),
    CANCELLED("已取消", Sign.NONE);

    private final String label;
    private final Sign sign;

    ChargeState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    public String label() {
        return label;
    }

    public Sign sign() {
        return sign;
    }

    /** The channel knows of an order whose end nobody knows yet. */
    boolean isAtTheChannel() {
        return this == UNKNOWN || this == PREPARED;
    }
}

package org.gongkao.payment.collective;

import org.gongkao.shared.Sign;

/** 统一缴费状态。How a payment for many stands, as its shares say. */
enum CollectiveState {
    WAITING("待付款", Sign.DUE),
    CONFIRMING("正在确认", Sign.PROOF),
    DISPUTED("待财务核实", Sign.PROOF),
    PAID("全部已缴费", Sign.MET),
    /** Money came, and some of the shares could not take theirs. */
    PARTLY("部分已缴费", Sign.PROOF),
    /** Given up, and the channel has not said yet that nothing came. */
    ENDING("正在关闭", Sign.PROOF),
    GIVEN_UP("已放弃", Sign.NONE),
    /** Nothing was paid and nothing waits: closed with the bell, or never sent. */
    CLOSED("未付款，已关闭", Sign.NONE);

    private final String label;
    private final Sign sign;

    CollectiveState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** Whether something may still change by itself. */
    boolean moves() {
        return this == WAITING || this == CONFIRMING || this == ENDING;
    }
}

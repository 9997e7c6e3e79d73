package org.gongkao.payment;

/** 缴费事件。What can happen to a charge. */
enum ChargeAct {
    /** The payer sets out for the channel's page. */
    SEND("前往缴费"),
    AWAIT("渠道等待支付"),
    /** The channel reports the right amount from the right payer, paid before the bell. */
    PAY("渠道报告到账"),
    /** The channel reports another amount or another payer. */
    DIFFER("金额或付款人不符"),
    /** The channel reports money paid after the bell. */
    COME_LATE("逾期后到账"),
    /** The channel says for good that this order brought nothing. */
    FAIL("渠道确认未支付"),
    /** The bell has rung, or somebody wants to cancel, while an order is at the channel. */
    ASK("请渠道答复"),
    /** The payer wants to pay in another way: the order that waits is closed first. */
    CHANGE("更换缴费方式"),
    LAPSE("逾期未缴"),
    CANCEL("取消缴费"),
    /** The deadline was moved by an amendment. */
    POSTPONE("延长缴费期限"),
    /** The matter goes on after all: what was cancelled with it can be paid again. */
    REOPEN("恢复缴费"),
    /** Finance has found that the charge is still unpaid. */
    RELEASE("核实为未缴费");

    private final String label;

    ChargeAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

package org.gongkao.payment.refund;

/** 退费办理动作。What can happen to a refund; one line of its history each time. */
enum RefundAct {
    REQUEST("提出退费"),
    WITHDRAW("撤回申请"),
    /** What it was asked for is no longer so, or another refund takes its place. */
    DROP("不再办理"),
    PROPOSE("拟同意退费"),
    REJECT("不予退费"),
    SEND_BACK("退回重拟"),
    APPROVE("复核同意"),
    /** By the rule, without a person. */
    ORDER("按规定自动退费"),
    COMPLETE("渠道报告已退"),
    FAIL("渠道报告未退"),
    DIFFER("渠道报告的金额不符"),
    SEND_AGAIN("重新发起退款"),
    GIVE_UP("终止退费");

    private final String label;

    RefundAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Has to be said why. */
    boolean wantsReason() {
        return this == REJECT || this == SEND_BACK || this == GIVE_UP;
    }
}

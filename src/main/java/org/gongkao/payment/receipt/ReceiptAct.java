package org.gongkao.payment.receipt;

/** 票据办理。What can happen to a receipt. */
enum ReceiptAct {
    ASK("提交开票申请"),
    ISSUE("收到票据"),
    REFUSE("开票被退回"),
    /** The issuer's receipt is of another amount or payer, or is no receipt. */
    DIFFER("票据内容不符"),
    RETRY("重新申请开票"),
    /** Money went back before there was a receipt. */
    DROP("已退费，不再开具"),
    PROPOSE("提出冲红重开"),
    DECLINE("不同意冲红重开"),
    CONFIRM("同意冲红重开"),
    /** Money went back after there was one. */
    ASK_RED("已退费，申请冲红"),
    RED("收到红字票据"),
    REFUSE_RED("冲红被退回"),
    RETRY_RED("重新申请冲红"),
    /** The issuer contradicts itself; no move, and possible in any state. */
    DOUBT("开票系统前后不一致"),
    SETTLE_DOUBT("疑点已核实");

    private final String label;

    ReceiptAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

package org.gongkao.payment.receipt;

import org.gongkao.shared.Reason;

/** 电子票据的拒绝理由。 */
enum ReceiptRefusal implements Reason {
    NOT_NOW(409, "这张票据现在不能这样办理，请看页面上的最新状态。"),
    PROPOSED_ALREADY(409, "这张票据已有人提出冲红重开，请另一位财务人员先复核。"),
    SAME_PERSON(409, "冲红重开须由两个人办理，请由提出人以外的财务人员复核。"),
    REASON_MISSING(422, "请写明冲红重开的原因，300 字以内。"),
    CHECKED_MISSING(422, "请写明与开票系统核对的结果，300 字以内。"),
    NO_ISSUER(409, "还没有接入开票系统，票据都在排队等待，接入后会自动开具。"),
    ISSUER_SILENT(409, "开票系统现在没有答复，没有重新申请，请稍后再试。"),
    WRONG_ONE_STANDS(409, "开票系统里这份申请已有一张内容不符的票据，请先请开票系统作废，再重新申请。");

    private final int status;
    private final String sentence;

    ReceiptRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

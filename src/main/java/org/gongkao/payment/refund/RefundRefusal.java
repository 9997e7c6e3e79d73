package org.gongkao.payment.refund;

import org.gongkao.shared.Reason;

/** 退费的拒绝理由。 */
enum RefundRefusal implements Reason {
    NOT_ALLOWED_NOW(409, "这笔退费现在不能这样办理，请看过最新情况后再办理。"),
    SAME_PERSON(409, "拟定和复核须由两人办理，请由另一名财务人员复核。"),
    NOT_PAID(409, "这张缴费单还没有缴费，没有可以退的费用。"),
    UNDERWAY(409, "这张缴费单已有一笔退费正在办理，办结后才能再提出。"),
    NOTHING_LEFT(409, "按退费规定，这一情形没有可以退的费用。"),
    OVER(409, "按退费规定，这一情形的退费申请已于%s截止。"),
    NO_RULE(409, "今年的退费规定还没有公布，请联系工考管理机构。"),
    NO_CLAIM(422, "没有这张缴费单因该情形终止的记录，请核对退费情形。"),
    MORE_THAN_PAID(409, "退费合计超过了已缴的金额，请核对后重新拟定。"),
    OTHER_REQUEST(409, "同一退费单号已经发出过内容不同的退款请求，没有再次发出，请联系平台管理人员。"),
    DECIDED(409, "这笔款项已经退回，或者渠道已更正报告，不用再退费。"),
    NOT_MONEY(409, "这条差异不是到账的款项，没有可以退的钱，请写明核实经过。");

    private final int status;
    private final String sentence;

    RefundRefusal(int status, String sentence) {
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

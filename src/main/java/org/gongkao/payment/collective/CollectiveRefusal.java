package org.gongkao.payment.collective;

import org.gongkao.shared.Reason;

/** 统一缴费的拒绝理由。 */
enum CollectiveRefusal implements Reason {
    NOBODY_CHOSEN(422, "请先勾选要统一缴费的人员。"),
    TOO_MANY(422, "一次最多为 %s 人统一缴费，请分几次办理。"),
    NO_CHANNEL(422, "请选择一种付款方式。"),
    CHANGED(409, "名单有变化，请按下面的最新情况核对后再缴费。"),
    NOT_NOW(409, "这次统一缴费现在不能这样办理，请看最新情况。");

    private final int status;
    private final String sentence;

    CollectiveRefusal(int status, String sentence) {
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

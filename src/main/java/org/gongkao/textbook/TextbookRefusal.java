package org.gongkao.textbook;

import org.gongkao.shared.Reason;

/** 教材征订的拒绝理由。 */
enum TextbookRefusal implements Reason {
    NO_FILE(409, "通过资格审查后才能征订教材，请先完成申报。"),
    NOT_CHOSEN(422, "请先选择征订或不征订，再保存。"),
    SENT_IN(409, "单位已经确认教材征订单，需要变更请联系单位经办人。"),
    NOT_OPEN_YET(409, "教材征订还没有开始，请在征订开始后再办理。"),
    CLOSED(409, "教材征订和缴款已于%s截止，如有需要请联系工考管理机构。"),
    NOTHING_TO_SEND(409, "还没有人征订教材，不用确认征订单。"),
    NOTHING_NEW(409, "征订单与第 %s 版相同，不用再确认。"),
    BEING_CONFIRMED(409, "正在向缴费渠道确认上一版征订单是否已缴款，请稍等片刻再确认新的征订单。");

    private final int status;
    private final String sentence;

    TextbookRefusal(int status, String sentence) {
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

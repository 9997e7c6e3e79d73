package org.gongkao.textbook.stock;

import org.gongkao.shared.Reason;

/** 教材库存与发放的拒绝理由。 */
enum StockRefusal implements Reason {
    QUANTITY(422, "册数应为 1 至 100,000 的整数，请核对后填写。"),
    BOOK_MISSING(422, "请选择到货的教材。"),
    REASON_MISSING(422, "请写明理由，200 字以内。"),
    NOTE_TOO_LONG(422, "说明请写在 200 字以内。"),
    GONE_ALREADY(409, "库存只剩 %s 册，这笔入库的教材已经发出，不能冲销，请先撤销发放单。"),
    REVERSED_ALREADY(409, "这笔入库已经冲销，不用再办理。"),
    NOTHING_HANDED_OUT(422, "请至少填写一种教材的发放册数。"),
    BEYOND_ORDER(422, "最多还可发放 %s 册：不能超过单位已缴款的征订数。"),
    BEYOND_STOCK(422, "库存只有 %s 册，请核对后填写。"),
    SENT_TWICE(409, "这张表已经提交过，请看最新记录，不要重复提交。"),
    ENDED_ALREADY(409, "这张发放单已经签收或者撤销，请看最新记录。"),
    NOTHING_TO_GIVE(409, "单位没有可以发给本人的这种教材，请先签收发放单。"),
    GIVEN_ALREADY(409, "已经登记发给本人，不用再登记。"),
    NOT_GIVEN(409, "还没有登记发给本人，不用撤销。"),
    NOT_ORDERED(409, "本人没有征订教材，不能登记发放。");

    private final int status;
    private final String sentence;

    StockRefusal(int status, String sentence) {
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

package org.gongkao.payment;

import org.gongkao.shared.Reason;

/** 缴费的拒绝理由。 */
enum PaymentRefusal implements Reason {
    NOT_PAYABLE_NOW(409, "此笔费用现在不能缴纳，请看缴费单上的最新情况。"),
    BEING_CONFIRMED(409, "正在向缴费渠道确认上一次缴费的结果，请稍等片刻，不要重复缴费。"),
    OVER(409, "缴费已于%s截止，请联系所在单位或工考管理机构了解后续安排。"),
    OTHERS_ORDER(409, "这笔费用正由单位统一缴费，不用另外缴纳；单位放弃统一缴费后才能自行缴纳。"),
    OWN_ORDER(409, "缴费人本人正在缴费，单位不能同时缴纳；本人的缴费关闭后才能统一缴纳。"),
    PAID_ALREADY(409, "这次缴费已经有款项到账，不能再放弃。"),
    NO_CHANNEL(409, "网上缴费渠道尚未开通，请联系工考管理机构了解缴费办法。"),
    OTHER_CHARGE(409, "同一事由已经有一张内容不同的缴费单，请联系工考管理机构核对。"),
    NOT_POSITIVE(422, "缴费金额应在 0.01 元至 %s 元之间，请核对收费标准。"),
    NO_SUCH_CHANNEL(422, "请选择一种缴费方式。"),
    OTHER_REQUEST(409, "这笔订单的内容已经变化，请重新选择缴费方式后再付款。"),
    STATEMENT_KNOWN(409, "这份对账单已经登记过，没有重复登记。"),
    NOTE_MISSING(422, "请写明核实的经过和依据，500 字以内。"),
    GOING_BACK(409, "这笔款项正在办理退费，退费办结后会自己记录，请先看退费的进展。"),
    DECIDED_ALREADY(409, "这条差异已经处理过，请看最新记录。");

    private final int status;
    private final String sentence;

    PaymentRefusal(int status, String sentence) {
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

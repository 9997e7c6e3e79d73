package org.gongkao.payment;

import org.gongkao.shared.Money;

/**
 * 误缴订单。An order whose money does not fit it: what was asked for, what came in how many payments, and who was to pay. As long
 * as its charges stand disputed for it.
 */
public record MispaidOrder(
        String number, String path, Payer payer, Money due, Money came, int payments, boolean amountWrong) {

    /** What of it is not as it should be. */
    public String what() {
        return amountWrong ? "金额" : "付款人";
    }

    /** 应缴 ¥365.00，实际到账 ¥1.00，金额与缴费单不一致，已转财务人员核实。核实期间不会按逾期处理， and the caller ends it. */
    public String sentence() {
        var parts = payments > 1 ? "（分 " + payments + " 笔）" : "";
        return "应缴 " + due + "，实际到账 " + came + parts + "，" + what() + "与缴费单不一致，已转财务人员核实。核实期间不会按逾期处理，";
    }
}

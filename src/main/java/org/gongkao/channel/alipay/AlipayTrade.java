package org.gongkao.channel.alipay;

import org.gongkao.channel.ChannelAnswer;
import org.jspecify.annotations.Nullable;

/** 支付宝交易。What the state of a trade means to us, in an answer as in a message. */
final class AlipayTrade {

    private AlipayTrade() {}

    /** {@code paidAt} is there when money came, also once all of it has gone back and the trade is closed for that. */
    static ChannelAnswer answer(
            String orderNumber,
            @Nullable String state,
            @Nullable String trade,
            @Nullable String yuan,
            @Nullable String payer,
            @Nullable String paidAt) {
        boolean paid = paidAt != null && !paidAt.isEmpty();
        return switch (state == null ? "" : state) {
            case "WAIT_BUYER_PAY" -> new ChannelAnswer.Awaiting(null);
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> paid(orderNumber, trade, yuan, payer, paidAt);
            case "TRADE_CLOSED" ->
                paid ? paid(orderNumber, trade, yuan, payer, paidAt) : new ChannelAnswer.NotPaid("支付宝已关闭订单");
            default -> new ChannelAnswer.NoAnswer("state");
        };
    }

    private static ChannelAnswer paid(
            String orderNumber,
            @Nullable String trade,
            @Nullable String yuan,
            @Nullable String payer,
            @Nullable String paidAt) {
        var amount = AlipayWords.amount(yuan);
        var at = AlipayWords.time(paidAt);
        if (trade == null || !isNumber(trade) || amount.isEmpty() || at.isEmpty()) {
            return new ChannelAnswer.NoAnswer("broken answer about a payment");
        }
        return new ChannelAnswer.Paid(orderNumber, trade, amount.get(), payer, at.get());
    }

    static boolean isNumber(String text) {
        return text.matches("[0-9A-Za-z_-]{1,64}");
    }

    /** A refund has no number of its own there, and a trade may have many: ours tells them apart. */
    static String refund(String trade, String refundNumber) {
        return trade + "/" + refundNumber;
    }
}

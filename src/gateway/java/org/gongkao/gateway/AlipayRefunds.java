package org.gongkao.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 支付宝退款。One number of a trade is one refund; more than was paid never goes back. */
final class AlipayRefunds {

    private final AlipayTrades trades;
    private final Orders orders;
    private final PlatformTime time;
    private final Misbehaviour misbehaviour;

    AlipayRefunds(AlipayTrades trades, Orders orders, PlatformTime time, Misbehaviour misbehaviour) {
        this.trades = trades;
        this.orders = orders;
        this.time = time;
        this.misbehaviour = misbehaviour;
    }

    Map<String, Object> refund(Map<String, Object> fields) {
        var order = trades.trade(fields);
        AlipayTrades.require(order.isPaid(), "ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
        var number = Json.text(fields, "out_request_no");
        AlipayTrades.parameter(number.matches("[0-9A-Za-z_\\-]{1,64}"));
        long fen = AlipayTrades.fen(Json.text(fields, "refund_amount"));
        var made = new boolean[1];
        var refund = orders.findOrAdd(order, number, earlier -> {
            made[0] = true;
            return open(order, number, fen, Json.text(fields, "refund_reason"), earlier);
        });
        AlipayTrades.require(
                refund.amount() == fen && refund.orderNumber().equals(order.number()),
                "ACQ.DISCORDANT_REPEAT_REQUEST",
                "同一笔退款单号退款金额不一致");
        boolean gone = made[0] && refund.state() == Refund.State.DONE;
        if (gone) {
            tell(order, refund);
        }
        return Json.of(
                "trade_no",
                order.transaction(),
                "out_trade_no",
                order.number(),
                "buyer_logon_id",
                "159****5620",
                "fund_change",
                gone ? "Y" : "N",
                "refund_fee",
                AlipayTrades.yuan(trades.returned(order)),
                "send_back_fee",
                AlipayTrades.yuan(gone ? refund.amount() : 0));
    }

    private Refund open(Order order, String number, long fen, String reason, List<Refund> earlier) {
        AlipayTrades.require(
                !misbehaviour.is("refund", "failed") && !misbehaviour.is("refund", "abnormal"),
                "ACQ.SELLER_BALANCE_NOT_ENOUGH",
                "卖家余额不足");
        long gone = earlier.stream()
                .filter(Refund::counts)
                .mapToLong(Refund::amount)
                .sum();
        AlipayTrades.require(gone < order.amount(), "ACQ.TRADE_HAS_CLOSE", "交易已关闭");
        AlipayTrades.require(gone + fen <= order.amount(), "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限");
        boolean working = misbehaviour.is("refund", "working");
        var now = time.now();
        return new Refund(
                Order.Kind.ALIPAY,
                number,
                order.number(),
                "",
                fen,
                reason,
                "",
                working ? Refund.State.WORKING : Refund.State.DONE,
                now,
                working ? null : now);
    }

    /** All that is left of a cancelled order. */
    void all(Order order) {
        long left = order.amount() - trades.returned(order);
        if (left > 0) {
            tell(
                    order,
                    orders.findOrAdd(
                            order,
                            "cancel_" + order.number(),
                            earlier -> open(order, "cancel_" + order.number(), left, "撤销", earlier)));
        }
    }

    /** What was never asked for and what is not through yet have no status, as with the provider. */
    Map<String, Object> query(Map<String, Object> fields) {
        var order = trades.trade(fields);
        var found = orders.refund(Order.Kind.ALIPAY, Json.text(fields, "out_request_no"))
                .filter(refund -> refund.orderNumber().equals(order.number()));
        if (found.isEmpty()) {
            return Json.of("trade_no", order.transaction(), "out_trade_no", order.number());
        }
        var refund = found.get();
        boolean done = refund.state() == Refund.State.DONE;
        boolean timeWanted =
                fields.get("query_options") instanceof List<?> options && options.contains("gmt_refund_pay");
        return Json.of(
                "trade_no",
                order.transaction(),
                "out_trade_no",
                order.number(),
                "out_request_no",
                refund.number(),
                "refund_reason",
                refund.reason(),
                "total_amount",
                AlipayTrades.yuan(misbehaviour.told(order.amount())),
                "refund_amount",
                AlipayTrades.yuan(misbehaviour.told(refund.amount())),
                "refund_status",
                done ? "REFUND_SUCCESS" : null,
                "gmt_refund_pay",
                done && timeWanted ? PlatformTime.plain(refund.endedAt()) : null);
    }

    void settle() {
        if (misbehaviour.is("refund", "working")) {
            return;
        }
        for (var refund : orders.refunds(Order.Kind.ALIPAY)) {
            if (refund.state() == Refund.State.WORKING) {
                var done = orders.change(refund, known -> known.ended(Refund.State.DONE, time.now()));
                tell(orders.find(Order.Kind.ALIPAY, refund.orderNumber()).orElseThrow(), done);
            }
        }
    }

    private void tell(Order order, Refund refund) {
        var more = new HashMap<String, String>();
        more.put("out_biz_no", refund.number());
        more.put("refund_fee", AlipayTrades.yuan(trades.returned(order)));
        more.put("gmt_refund", PlatformTime.plain(refund.endedAt()) + ".000");
        trades.tell(order, more);
    }
}

package org.gongkao.gateway;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 微信支付退款。One number is one refund; more than was paid never goes back. */
final class WechatRefunds {

    private final WechatKeys keys;
    private final Orders orders;
    private final PlatformTime time;
    private final Misbehaviour misbehaviour;
    private final Teller teller;

    WechatRefunds(WechatKeys keys, Orders orders, PlatformTime time, Misbehaviour misbehaviour, Teller teller) {
        this.keys = keys;
        this.orders = orders;
        this.time = time;
        this.misbehaviour = misbehaviour;
        this.teller = teller;
    }

    Map<String, Object> create(Map<String, Object> fields) {
        var order = paidOrder(fields);
        var amount = Json.part(fields, "amount");
        var number = Json.text(fields, "out_refund_no");
        require(number.matches("[0-9A-Za-z_\\-|*@]{1,64}"), "PARAM_ERROR", "商户退款单号不符合规则");
        if (!(amount.get("refund") instanceof Long fen) || fen <= 0) {
            throw new WechatError(400, "PARAM_ERROR", "退款金额不符合规则");
        }
        require(Long.valueOf(order.amount()).equals(amount.get("total")), "INVALID_REQUEST", "订单金额与原订单不一致");
        var made = new boolean[1];
        var refund = orders.findOrAdd(order, number, earlier -> {
            made[0] = true;
            return open(order, number, fen, fields, earlier);
        });
        require(
                refund.amount() == fen && refund.orderNumber().equals(order.number()),
                "INVALID_REQUEST",
                "请求重入时，参数与首次请求时不一致");
        if (made[0]) {
            tell(order, refund);
        }
        return answer(order, refund);
    }

    private Refund open(Order order, String number, long fen, Map<String, Object> fields, List<Refund> earlier) {
        long gone = earlier.stream()
                .filter(Refund::counts)
                .mapToLong(Refund::amount)
                .sum();
        require(gone + fen <= order.amount(), "INVALID_REQUEST", "申请退款金额大于订单剩余可退金额");
        var state = state();
        var now = time.now();
        return new Refund(
                Order.Kind.WECHAT,
                number,
                order.number(),
                orders.transactionNumber("50300"),
                fen,
                Json.text(fields, "reason"),
                Json.text(fields, "notify_url"),
                state,
                now,
                state == Refund.State.WORKING ? null : now);
    }

    Map<String, Object> query(String number) {
        var refund = orders.refund(Order.Kind.WECHAT, number)
                .orElseThrow(() -> new WechatError(404, "RESOURCE_NOT_EXISTS", "退款单不存在"));
        return answer(order(refund), refund);
    }

    void settle() {
        var state = state();
        if (state == Refund.State.WORKING) {
            return;
        }
        for (var refund : orders.refunds(Order.Kind.WECHAT)) {
            if (refund.state() == Refund.State.WORKING) {
                tell(order(refund), orders.change(refund, known -> known.ended(state, time.now())));
            }
        }
    }

    private Refund.State state() {
        if (misbehaviour.is("refund", "working")) {
            return Refund.State.WORKING;
        }
        if (misbehaviour.is("refund", "failed")) {
            return Refund.State.FAILED;
        }
        return misbehaviour.is("refund", "abnormal") ? Refund.State.ABNORMAL : Refund.State.DONE;
    }

    private Order order(Refund refund) {
        return orders.find(Order.Kind.WECHAT, refund.orderNumber()).orElseThrow();
    }

    private Order paidOrder(Map<String, Object> fields) {
        var transaction = Json.text(fields, "transaction_id");
        var number = Json.text(fields, "out_trade_no");
        var order = orders.paid(Order.Kind.WECHAT).stream()
                .filter(one -> transaction.isEmpty()
                        ? one.number().equals(number)
                        : one.transaction().equals(transaction))
                .findFirst();
        if (order.isEmpty() && orders.find(Order.Kind.WECHAT, number).isPresent()) {
            throw new WechatError(400, "INVALID_REQUEST", "订单未支付");
        }
        return order.orElseThrow(() -> new WechatError(404, "RESOURCE_NOT_EXISTS", "订单不存在"));
    }

    private void tell(Order order, Refund refund) {
        if (refund.state() == Refund.State.WORKING || refund.notifyUrl().isEmpty()) {
            return;
        }
        var word = status(refund);
        teller.tell(new WechatLetter(
                keys,
                refund.notifyUrl(),
                UUID.randomUUID().toString(),
                time.now(),
                "REFUND." + word,
                word.equals("SUCCESS") ? "退款成功" : "退款未成功",
                "refund",
                Json.write(Json.of(
                        "mchid",
                        keys.merchant,
                        "transaction_id",
                        order.transaction(),
                        "out_trade_no",
                        order.number(),
                        "refund_id",
                        refund.id(),
                        "out_refund_no",
                        refund.number(),
                        "refund_status",
                        word,
                        "success_time",
                        refund.state() == Refund.State.DONE ? PlatformTime.rfc3339(refund.endedAt()) : null,
                        "user_received_account",
                        "支付用户零钱",
                        "amount",
                        Json.of(
                                "total",
                                order.amount(),
                                "refund",
                                misbehaviour.told(refund.amount()),
                                "payer_total",
                                order.amount(),
                                "payer_refund",
                                misbehaviour.told(refund.amount()))))));
    }

    private Map<String, Object> answer(Order order, Refund refund) {
        return Json.of(
                "refund_id",
                refund.id(),
                "out_refund_no",
                refund.number(),
                "transaction_id",
                order.transaction(),
                "out_trade_no",
                order.number(),
                "channel",
                "ORIGINAL",
                "user_received_account",
                "支付用户零钱",
                "success_time",
                refund.state() == Refund.State.DONE ? PlatformTime.rfc3339(refund.endedAt()) : null,
                "create_time",
                PlatformTime.rfc3339(refund.takenAt()),
                "status",
                status(refund),
                "funds_account",
                "AVAILABLE",
                "amount",
                Json.of(
                        "total",
                        order.amount(),
                        "refund",
                        misbehaviour.told(refund.amount()),
                        "payer_total",
                        order.amount(),
                        "payer_refund",
                        misbehaviour.told(refund.amount()),
                        "settlement_refund",
                        refund.amount(),
                        "settlement_total",
                        order.amount(),
                        "discount_refund",
                        0L,
                        "currency",
                        "CNY"));
    }

    static String status(Refund refund) {
        return switch (refund.state()) {
            case WORKING -> "PROCESSING";
            case DONE -> "SUCCESS";
            case FAILED -> "CLOSED";
            case ABNORMAL -> "ABNORMAL";
        };
    }

    private static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw new WechatError(400, code, message);
        }
    }
}

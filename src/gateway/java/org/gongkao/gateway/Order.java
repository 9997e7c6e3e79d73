package org.gongkao.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 订单。What the product asked to be paid, and how it stands. {@code lag} is how far the product's time is from this
 * machine's: a demo may stand in another year.
 */
record Order(
        String number,
        String token,
        String payer,
        long amount,
        String title,
        Instant expires,
        String returnUrl,
        String notifyUrl,
        Duration lag,
        State state,
        String transaction,
        String paidAt) {

    /** 订单状态。Open, paid, or closed for good. */
    enum State {
        AWAITING,
        PAID,
        CLOSED
    }

    Instant now() {
        return Instant.now().plus(lag);
    }

    boolean isOver() {
        return !now().isBefore(expires);
    }

    Order paid(String transactionNumber) {
        return with(State.PAID, transactionNumber, now().toString());
    }

    Order closed() {
        return with(State.CLOSED, "", "");
    }

    Order until(Instant later, Duration newLag) {
        return new Order(
                number, token, payer, amount, title, later, returnUrl, notifyUrl, newLag, state, transaction, paidAt);
    }

    private Order with(State to, String newTransaction, String at) {
        return new Order(
                number, token, payer, amount, title, expires, returnUrl, notifyUrl, lag, to, newTransaction, at);
    }

    /** What the product is told. */
    Map<String, String> answer(String address) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("order", number);
        fields.put("state", state.name());
        if (state == State.AWAITING) {
            fields.put("pay_url", address + "/pay/" + token);
        }
        if (state == State.PAID) {
            fields.put("transaction", transaction);
            fields.put("amount", Long.toString(amount));
            fields.put("payer", payer);
            fields.put("paid_at", paidAt);
        }
        return fields;
    }

    Map<String, String> toLine() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("number", number);
        fields.put("token", token);
        fields.put("payer", payer);
        fields.put("amount", Long.toString(amount));
        fields.put("title", title);
        fields.put("expires", expires.toString());
        fields.put("return_url", returnUrl);
        fields.put("notify_url", notifyUrl);
        fields.put("lag", lag.toString());
        fields.put("state", state.name());
        fields.put("transaction", transaction);
        fields.put("paid_at", paidAt);
        return fields;
    }

    static Order ofLine(Map<String, String> fields) {
        return new Order(
                fields.get("number"),
                fields.get("token"),
                fields.get("payer"),
                Long.parseLong(fields.get("amount")),
                fields.get("title"),
                Instant.parse(fields.get("expires")),
                fields.get("return_url"),
                fields.get("notify_url"),
                Duration.parse(fields.get("lag")),
                State.valueOf(fields.get("state")),
                fields.getOrDefault("transaction", ""),
                fields.getOrDefault("paid_at", ""));
    }
}

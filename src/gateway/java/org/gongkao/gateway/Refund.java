package org.gongkao.gateway;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** 退款。Part or all of a paid order on its way back, under the product's own number. {@code endedAt} is null until it ends. */
record Refund(
        Order.Kind kind,
        String number,
        String orderNumber,
        String id,
        long amount,
        String reason,
        String notifyUrl,
        State state,
        Instant takenAt,
        Instant endedAt) {

    /** 退款状态。On its way, back with the payer, given up, or stuck at the bank. */
    enum State {
        WORKING,
        DONE,
        FAILED,
        ABNORMAL
    }

    Refund ended(State to, Instant at) {
        return new Refund(kind, number, orderNumber, id, amount, reason, notifyUrl, to, takenAt, at);
    }

    /** Whether the money has left the merchant, or is about to. */
    boolean counts() {
        return state == State.WORKING || state == State.DONE;
    }

    Map<String, String> toLine() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("of", "refund");
        fields.put("kind", kind.name());
        fields.put("number", number);
        fields.put("order", orderNumber);
        fields.put("id", id);
        fields.put("amount", Long.toString(amount));
        fields.put("reason", reason);
        fields.put("notify_url", notifyUrl);
        fields.put("state", state.name());
        fields.put("taken_at", takenAt.toString());
        fields.put("ended_at", endedAt == null ? "" : endedAt.toString());
        return fields;
    }

    static Refund ofLine(Map<String, String> fields) {
        var ended = fields.getOrDefault("ended_at", "");
        return new Refund(
                Order.Kind.valueOf(fields.get("kind")),
                fields.get("number"),
                fields.get("order"),
                fields.get("id"),
                Long.parseLong(fields.get("amount")),
                fields.get("reason"),
                fields.get("notify_url"),
                State.valueOf(fields.get("state")),
                Instant.parse(fields.get("taken_at")),
                ended.isEmpty() ? null : Instant.parse(ended));
    }
}

package org.gongkao.gateway;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 订单。What the product asked to be paid, and how it stands. {@code attach} is the product's own mark, given back as it came;
 * {@code request} is all that makes it this order: under the same number another one is refused. {@code way} is the provider's
 * word for how it is paid. What is not there is empty; {@code paidAt} is null until then.
 */
record Order(
        Kind kind,
        String number,
        String token,
        String way,
        String attach,
        long amount,
        String title,
        Instant expires,
        String returnUrl,
        String notifyUrl,
        String request,
        State state,
        String transaction,
        Instant paidAt) {

    /** 渠道种类。Each with numbers of its own. */
    enum Kind {
        WECHAT("微信支付", "42000"),
        ALIPAY("支付宝", "22001");

        private final String label;
        private final String beginning;

        Kind(String label, String beginning) {
            this.label = label;
            this.beginning = beginning;
        }

        /** How its numbers of payments begin. */
        String beginning() {
            return beginning;
        }

        String label() {
            return label;
        }
    }

    /** 订单状态。Open, paid, or closed for good. */
    enum State {
        AWAITING,
        PAID,
        CLOSED
    }

    static Order open(
            Kind kind,
            String number,
            String token,
            String way,
            String attach,
            long amount,
            String title,
            Instant expires,
            String returnUrl,
            String notifyUrl,
            String request) {
        return new Order(
                kind,
                number,
                token,
                way,
                attach,
                amount,
                title,
                expires,
                returnUrl,
                notifyUrl,
                request,
                State.AWAITING,
                "",
                null);
    }

    boolean isPaid() {
        return state == State.PAID;
    }

    boolean isPayable(Instant now) {
        return state == State.AWAITING && now.isBefore(expires);
    }

    /** In another way: a provider may learn more of it before it is paid. */
    Order by(String newWay) {
        return new Order(
                kind,
                number,
                token,
                newWay,
                attach,
                amount,
                title,
                expires,
                returnUrl,
                notifyUrl,
                request,
                state,
                transaction,
                paidAt);
    }

    Order paid(String transactionNumber, Instant at) {
        return with(State.PAID, transactionNumber, at);
    }

    Order closed() {
        return with(State.CLOSED, "", null);
    }

    private Order with(State to, String newTransaction, Instant at) {
        return new Order(
                kind,
                number,
                token,
                way,
                attach,
                amount,
                title,
                expires,
                returnUrl,
                notifyUrl,
                request,
                to,
                newTransaction,
                at);
    }

    Map<String, String> toLine() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("of", "order");
        fields.put("kind", kind.name());
        fields.put("number", number);
        fields.put("token", token);
        fields.put("way", way);
        fields.put("attach", attach);
        fields.put("amount", Long.toString(amount));
        fields.put("title", title);
        fields.put("expires", expires.toString());
        fields.put("return_url", returnUrl);
        fields.put("notify_url", notifyUrl);
        fields.put("request", request);
        fields.put("state", state.name());
        fields.put("transaction", transaction);
        fields.put("paid_at", paidAt == null ? "" : paidAt.toString());
        return fields;
    }

    static Order ofLine(Map<String, String> fields) {
        var paid = fields.getOrDefault("paid_at", "");
        return new Order(
                Kind.valueOf(fields.get("kind")),
                fields.get("number"),
                fields.get("token"),
                fields.get("way"),
                fields.get("attach"),
                Long.parseLong(fields.get("amount")),
                fields.get("title"),
                Instant.parse(fields.get("expires")),
                fields.get("return_url"),
                fields.get("notify_url"),
                fields.get("request"),
                State.valueOf(fields.get("state")),
                fields.get("transaction"),
                paid.isEmpty() ? null : Instant.parse(paid));
    }
}

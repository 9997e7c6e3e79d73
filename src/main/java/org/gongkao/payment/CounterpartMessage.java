package org.gongkao.payment;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.PayWay;
import org.gongkao.shared.Money;

/** 对端报文。What the counterpart says about one order, read strictly: what is not wholly understood is not taken. */
record CounterpartMessage(String orderNumber, ChannelAnswer answer) {

    private static final long HIGHEST_FEN = 1_000_000_000L;

    /** 报文残缺。The body is not a message of the counterpart, though it may be well signed. */
    static final class Broken extends RuntimeException {
        Broken(String what) {
            super(what, null, false, false);
        }
    }

    static CounterpartMessage parse(String body) {
        var fields = decode(body);
        var order = need(fields, "order");
        return new CounterpartMessage(
                order,
                switch (need(fields, "state")) {
                    case "AWAITING" -> new ChannelAnswer.Awaiting(new PayWay.Page(page(need(fields, "pay_url"))));
                    case "PAID" ->
                        new ChannelAnswer.Paid(
                                order,
                                need(fields, "transaction"),
                                money(need(fields, "amount")),
                                need(fields, "payer"),
                                time(need(fields, "paid_at")));
                    case "CLOSED" -> new ChannelAnswer.NotPaid("渠道已关闭订单");
                    case "NONE" -> new ChannelAnswer.NotPaid("渠道没有这笔订单");
                    case "REFUSED" -> new ChannelAnswer.NotPaid("渠道未接受订单");
                    default -> throw new Broken("state");
                });
    }

    static String encode(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static Map<String, String> decode(String body) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Broken("pair");
            }
            try {
                var value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (fields.put(pair.substring(0, equals), value) != null) {
                    throw new Broken("twice");
                }
            } catch (IllegalArgumentException refused) {
                throw new Broken("encoding");
            }
        }
        return fields;
    }

    private static String need(Map<String, String> fields, String name) {
        var value = fields.getOrDefault(name, "");
        if (value.isBlank() || value.length() > 500) {
            throw new Broken(name);
        }
        return value;
    }

    private static Money money(String text) {
        try {
            long fen = Long.parseLong(text);
            if (fen > 0 && fen < HIGHEST_FEN) {
                return new Money(fen);
            }
        } catch (NumberFormatException refused) {
            // refused below with what is out of range
        }
        throw new Broken("amount");
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (java.time.format.DateTimeParseException refused) {
            throw new Broken("paid_at");
        }
    }

    private static URI page(String text) {
        try {
            var uri = URI.create(text);
            if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException refused) {
            // refused below with other schemes
        }
        throw new Broken("pay_url");
    }
}

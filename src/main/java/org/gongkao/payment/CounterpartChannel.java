package org.gongkao.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.Reply;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;

/**
 * 缴费对端。The local payment counterpart over HTTP: each request is signed, and an answer counts only when it is signed for
 * this very request. Whatever goes wrong on the way is no answer, never a no.
 */
class CounterpartChannel implements Channel {

    private static final Duration TIME = Duration.ofSeconds(5);

    private final URI url;
    private final MessageSignature signature;
    private final MachineClock machine;
    private final BusinessClock business;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    CounterpartChannel(URI url, MessageSignature signature, MachineClock machine, BusinessClock business) {
        this.url = url;
        this.signature = signature;
        this.machine = machine;
        this.business = business;
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.WECHAT;
    }

    @Override
    public RefundAnswer refund(RefundOrder refund) {
        return new RefundAnswer.NotRefunded("渠道不支持退款");
    }

    @Override
    public RefundAnswer queryRefund(RefundOrder refund) {
        return refund(refund);
    }

    @Override
    public StatementAnswer statement(LocalDate day) {
        return new StatementAnswer.NotYet("渠道没有对账单");
    }

    @Override
    public Reading read(RawMessage raw) {
        var time = raw.header("gongkao-time");
        var nonce = raw.header("gongkao-nonce");
        var given = raw.header("gongkao-signature");
        if (time.isEmpty() || nonce.isEmpty() || given.isEmpty()) {
            return new Reading.Refused(MessageVerdict.UNSIGNED);
        }
        if (!signature.isTheirs(
                MessageSignature.text("POST", "/payment/notifications/wechat", time, nonce, raw.body()), given)) {
            return new Reading.Refused(MessageVerdict.FORGED);
        }
        if (!isFresh(time, machine.instant())) {
            return new Reading.Refused(MessageVerdict.STALE);
        }
        try {
            var message = CounterpartMessage.parse(raw.body());
            return new Reading.OfOrder(nonce, message.orderNumber(), message.answer());
        } catch (CounterpartMessage.Broken broken) {
            return new Reading.Refused(MessageVerdict.BROKEN);
        }
    }

    @Override
    public Reply reply(MessageVerdict verdict) {
        int status = verdict.isThanked()
                ? 200
                : verdict == MessageVerdict.BROKEN ? 422 : verdict == MessageVerdict.REPLAYED ? 409 : 401;
        return new Reply(status, "text/plain;charset=UTF-8", verdict.isThanked() ? "已收到" : "未接收");
    }

    @Override
    public ChannelAnswer prepare(ChannelOrder order) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("order", order.number());
        fields.put("payer", order.payer());
        fields.put("amount", Long.toString(order.amount().fen()));
        fields.put("title", order.title());
        fields.put("expires", order.expires().toString());
        fields.put("return_url", order.returnUrl().toString());
        fields.put("notify_url", order.notifyUrl().toString());
        return call("/orders", order.number(), fields);
    }

    @Override
    public ChannelAnswer query(String orderNumber) {
        return call("/orders/query", orderNumber, new LinkedHashMap<>(Map.of("order", orderNumber)));
    }

    @Override
    public ChannelAnswer close(String orderNumber) {
        return call("/orders/close", orderNumber, new LinkedHashMap<>(Map.of("order", orderNumber)));
    }

    private ChannelAnswer call(String path, String order, Map<String, String> fields) {
        // The counterpart lives in the platform's time, which a demo may have set.
        fields.put("now", business.instant().toString());
        var body = CounterpartMessage.encode(fields);
        var time = Long.toString(machine.instant().getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(TIME)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Gongkao-Time", time)
                .header("Gongkao-Nonce", nonce)
                .header("Gongkao-Signature", signature.sign(MessageSignature.text("POST", path, time, nonce, body)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return read(order, nonce, http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException refused) {
            return new ChannelAnswer.NoAnswer(refused.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new ChannelAnswer.NoAnswer("interrupted");
        }
    }

    private ChannelAnswer read(String order, String nonce, HttpResponse<String> response) {
        var time = response.headers().firstValue("Gongkao-Time").orElse("");
        var given = response.headers().firstValue("Gongkao-Signature").orElse("");
        var text =
                MessageSignature.text("ANSWER", Integer.toString(response.statusCode()), time, nonce, response.body());
        if (!signature.isTheirs(text, given)) {
            return new ChannelAnswer.NoAnswer("unsigned answer, status " + response.statusCode());
        }
        if (response.statusCode() >= 500) {
            return new ChannelAnswer.NoAnswer("status " + response.statusCode());
        }
        try {
            var message = CounterpartMessage.parse(response.body());
            return message.orderNumber().equals(order)
                    ? message.answer()
                    : new ChannelAnswer.NoAnswer("another order's answer");
        } catch (CounterpartMessage.Broken broken) {
            return new ChannelAnswer.NoAnswer("broken answer: " + broken.getMessage());
        }
    }

    /** A freshness check needs the time that a message claims. */
    static boolean isFresh(String time, Instant now) {
        try {
            return Math.abs(Math.subtractExact(now.getEpochSecond(), Long.parseLong(time))) <= 300;
        } catch (NumberFormatException | ArithmeticException refused) {
            return false;
        }
    }
}

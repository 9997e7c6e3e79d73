package org.gongkao.channel.alipay;

import com.alipay.v3.ApiException;
import com.alipay.v3.util.AlipaySignature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;

/**
 * 支付宝通知。Read from the body as it came, strictly: signature first, then for whom and of when, then its content. A refund is
 * told as its order's, which was paid; the message sums up what went back and so says nothing of one refund.
 */
final class AlipayNotification {

    private final AlipayAccess access;
    private final MachineClock machine;

    AlipayNotification(AlipayAccess access, MachineClock machine) {
        this.access = access;
        this.machine = machine;
    }

    Reading read(RawMessage raw) {
        var fields = fields(raw.body());
        if (fields.isEmpty()) {
            return new Reading.Refused(MessageVerdict.FORGED);
        }
        var message = fields.get();
        if (text(message, "sign").isEmpty()) {
            return new Reading.Refused(MessageVerdict.UNSIGNED);
        }
        if (!isTheirs(message)) {
            return new Reading.Refused(MessageVerdict.FORGED);
        }
        if (!access.appId().equals(text(message, "app_id"))
                || !access.sellerId().equals(text(message, "seller_id"))) {
            return new Reading.Refused(MessageVerdict.MISDIRECTED);
        }
        var sent = AlipayWords.time(text(message, "notify_time"));
        if (sent.isPresent()
                && Duration.between(sent.get(), machine.instant()).abs().compareTo(AlipayClient.FRESH) > 0) {
            return new Reading.Refused(MessageVerdict.STALE);
        }
        var reading = sent.isEmpty() ? null : content(message);
        return reading == null ? new Reading.Refused(MessageVerdict.BROKEN) : reading;
    }

    private static @Nullable Reading content(Map<String, String> message) {
        var id = text(message, "notify_id");
        var order = text(message, "out_trade_no");
        if (!AlipayTrade.isNumber(order)
                || id.isEmpty()
                || id.length() > 128
                || !text(message, "notify_type").equals("trade_status_sync")) {
            return null;
        }
        var payer = decoded(text(message, "passback_params"));
        if (payer.isEmpty() || payer.get().length() > 512) {
            return null;
        }
        var answer = AlipayTrade.answer(
                order,
                text(message, "trade_status"),
                text(message, "trade_no"),
                text(message, "total_amount"),
                payer.get().isEmpty() ? null : payer.get(),
                text(message, "gmt_payment"));
        return answer instanceof ChannelAnswer.NoAnswer ? null : new Reading.OfOrder(id, order, answer);
    }

    /** The program takes the signature out of the map it is given: it gets one of its own. */
    private boolean isTheirs(Map<String, String> message) {
        try {
            return text(message, "sign_type").equals("RSA2")
                    && AlipaySignature.verifyV1(new HashMap<>(message), access.publicKey(), "utf-8", "RSA2");
        } catch (ApiException | RuntimeException malformed) {
            return false;
        }
    }

    /** Nothing where a field comes twice: nobody could say which of both was signed. */
    private static Optional<Map<String, String>> fields(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 1 ? Optional.<String>empty() : decoded(pair.substring(0, equals));
            var value = decoded(pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty() || fields.put(name.get(), value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> message, String name) {
        return message.getOrDefault(name, "");
    }
}

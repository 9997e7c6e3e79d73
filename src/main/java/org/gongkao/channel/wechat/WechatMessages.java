package org.gongkao.channel.wechat;

import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import java.time.Duration;
import java.util.Base64;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.Reply;
import org.gongkao.channel.WechatAccess;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 微信支付通知。The provider's own parser checks the signature and opens the content; it asks neither how old a message is nor
 * whom it is for, which is done here.
 */
final class WechatMessages {

    private static final Logger LOG = LoggerFactory.getLogger(WechatMessages.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String PAID = "TRANSACTION.SUCCESS";

    private final WechatAccess access;
    private final WechatConnection wechat;
    private final MachineClock machine;
    private final JsonMapper json = new JsonMapper();

    WechatMessages(WechatAccess access, WechatConnection wechat, MachineClock machine) {
        this.access = access;
        this.wechat = wechat;
        this.machine = machine;
    }

    /** 信封。The part of a message that is not encrypted. */
    private record Envelope(String id, String event) {}

    /** What the provider's program leaves out of its own class: whose refund it is. */
    static final class RefundOfMerchant extends RefundNotification {
        private @Nullable String mchid;
    }

    Reading read(RawMessage raw) {
        var parameters = parameters(raw);
        if (parameters == null) {
            return new Reading.Refused(MessageVerdict.UNSIGNED);
        }
        var envelope = envelope(raw.body());
        try {
            Class<?> kind = envelope.event().equals(PAID) ? Transaction.class : RefundOfMerchant.class;
            var content = wechat.messages.parse(parameters, kind);
            return isFresh(raw) ? read(envelope, content) : new Reading.Refused(MessageVerdict.STALE);
        } catch (ValidationException forged) {
            return new Reading.Refused(MessageVerdict.FORGED);
        } catch (DecryptionException closed) {
            LOG.warn("A message of WeChat Pay is well signed and cannot be opened: is the APIv3 key the merchant's?");
            return new Reading.Refused(MessageVerdict.BROKEN);
        } catch (RuntimeException broken) {
            return new Reading.Refused(MessageVerdict.BROKEN);
        }
    }

    private Reading read(Envelope envelope, Object content) {
        if (envelope.id().isEmpty()
                || !(envelope.event().equals(PAID) || envelope.event().startsWith("REFUND."))) {
            return new Reading.Refused(MessageVerdict.BROKEN);
        }
        return switch (content) {
            case Transaction said -> ofOrder(envelope, said);
            case RefundOfMerchant said -> ofRefund(envelope, said);
            default -> new Reading.Refused(MessageVerdict.BROKEN);
        };
    }

    private Reading ofOrder(Envelope envelope, Transaction said) {
        if (said.getMchid() == null || said.getAppid() == null) {
            return new Reading.Refused(MessageVerdict.BROKEN);
        }
        if (!access.merchant().equals(said.getMchid()) || !access.app().equals(said.getAppid())) {
            return new Reading.Refused(MessageVerdict.MISDIRECTED);
        }
        return WechatWords.answer(said) instanceof ChannelAnswer.Paid paid
                ? new Reading.OfOrder(envelope.id(), paid.orderNumber(), paid)
                : new Reading.Refused(MessageVerdict.BROKEN);
    }

    private Reading ofRefund(Envelope envelope, RefundOfMerchant said) {
        if (said.mchid == null) {
            return new Reading.Refused(MessageVerdict.BROKEN);
        }
        if (!access.merchant().equals(said.mchid)) {
            return new Reading.Refused(MessageVerdict.MISDIRECTED);
        }
        return new Reading.OfRefund(
                envelope.id(),
                WechatWords.number(said.getOutRefundNo()),
                WechatWords.answer(
                        said.getOutRefundNo(),
                        said.getRefundId(),
                        said.getRefundStatus(),
                        said.getAmount() == null ? null : said.getAmount().getRefund(),
                        said.getSuccessTime()));
    }

    private static @Nullable RequestParam parameters(RawMessage raw) {
        var signature = raw.header("wechatpay-signature");
        if (signature.isEmpty()
                || raw.header("wechatpay-serial").isEmpty()
                || raw.header("wechatpay-timestamp").isEmpty()
                || raw.header("wechatpay-nonce").isEmpty()) {
            return null;
        }
        return new RequestParam.Builder()
                .serialNumber(raw.header("wechatpay-serial"))
                .nonce(raw.header("wechatpay-nonce"))
                .timestamp(raw.header("wechatpay-timestamp"))
                .signature(isBase64(signature) ? signature : "AAAA")
                .body(raw.body())
                .build();
    }

    /** The provider's program stumbles over what is none, and tests the line with such. */
    private static boolean isBase64(String signature) {
        try {
            return Base64.getDecoder().decode(signature).length > 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private Envelope envelope(String body) {
        try {
            var read = json.readTree(body);
            return new Envelope(
                    read.path("id").asString(""), read.path("event_type").asString(""));
        } catch (JacksonException broken) {
            return new Envelope("", "");
        }
    }

    private boolean isFresh(RawMessage raw) {
        try {
            long age = Math.subtractExact(
                    machine.instant().getEpochSecond(), Long.parseLong(raw.header("wechatpay-timestamp")));
            return Math.abs(age) <= FRESH.toSeconds();
        } catch (NumberFormatException | ArithmeticException unreadable) {
            return false;
        }
    }

    Reply reply(MessageVerdict verdict) {
        int status = switch (verdict) {
            case TAKEN, REPEATED -> 200;
            case UNSIGNED, FORGED, STALE -> 401;
            case MISDIRECTED -> 403;
            case REPLAYED -> 409;
            case BROKEN -> 422;
        };
        var body = verdict.isThanked()
                ? "{\"code\":\"SUCCESS\"}"
                : "{\"code\":\"FAIL\",\"message\":\"" + verdict.label() + "\"}";
        return new Reply(status, "application/json; charset=utf-8", body);
    }
}

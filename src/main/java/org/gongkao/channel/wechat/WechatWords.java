package org.gongkao.channel.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * 微信支付用语。What WeChat Pay says of orders and refunds, in the house's words. Read strictly: what is not wholly understood is
 * {@link Unclear} and is never taken for a no.
 */
final class WechatWords {

    /** Ten million yuan; nobody owes so much here. */
    private static final long TOO_MUCH = 1_000_000_000L;

    /** 含义不明。The message is well signed, and is not what such a message has to be. */
    static final class Unclear extends RuntimeException {
        Unclear(String what) {
            super(what, null, false, false);
        }
    }

    private WechatWords() {}

    static ChannelAnswer answer(Transaction said) {
        if (said.getTradeState() == null) {
            throw new Unclear("trade_state");
        }
        return switch (said.getTradeState()) {
            case SUCCESS, REFUND -> paid(said);
            case NOTPAY, USERPAYING, ACCEPT, PAYERROR -> new ChannelAnswer.Awaiting(null);
            case CLOSED, REVOKED -> new ChannelAnswer.NotPaid("渠道已关闭订单");
        };
    }

    private static ChannelAnswer.Paid paid(Transaction said) {
        var amount = said.getAmount();
        if (amount == null || amount.getTotal() == null || !isYuan(amount.getCurrency())) {
            throw new Unclear("amount");
        }
        return new ChannelAnswer.Paid(
                number(said.getOutTradeNo()),
                number(said.getTransactionId()),
                money(amount.getTotal().longValue()),
                mark(said.getAttach()),
                time(said.getSuccessTime()));
    }

    static RefundAnswer answer(
            @Nullable String refundNumber,
            @Nullable String refundId,
            @Nullable Status status,
            @Nullable Long fen,
            @Nullable String successTime) {
        if (status == null) {
            throw new Unclear("status");
        }
        return switch (status) {
            case SUCCESS -> {
                if (fen == null) {
                    throw new Unclear("amount");
                }
                yield new RefundAnswer.Done(number(refundNumber), number(refundId), money(fen), time(successTime));
            }
            case PROCESSING -> new RefundAnswer.Working();
            case CLOSED -> new RefundAnswer.NotRefunded("渠道已关闭退款");
            case ABNORMAL -> new RefundAnswer.Stuck("渠道报告退款异常，须由人工在微信支付商户平台处理");
        };
    }

    static String number(@Nullable String given) {
        if (given == null || !given.matches("[0-9A-Za-z_\\-|*@]{1,64}")) {
            throw new Unclear("number");
        }
        return given;
    }

    static Money money(long fen) {
        if (fen <= 0 || fen >= TOO_MUCH) {
            throw new Unclear("amount");
        }
        return new Money(fen);
    }

    static @Nullable String mark(@Nullable String attach) {
        return attach == null || attach.isBlank() ? null : attach;
    }

    private static boolean isYuan(@Nullable String currency) {
        return currency == null || currency.equals("CNY");
    }

    private static Instant time(@Nullable String rfc3339) {
        try {
            return OffsetDateTime.parse(rfc3339 == null ? "" : rfc3339).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Unclear("time");
        }
    }
}

package org.gongkao.channel.alipay;

import com.alipay.v3.api.AlipayTradeApi;
import com.alipay.v3.api.AlipayTradeFastpayRefundApi;
import com.alipay.v3.model.AlipayTradeCloseModel;
import com.alipay.v3.model.AlipayTradeFastpayRefundQueryModel;
import com.alipay.v3.model.AlipayTradeFastpayRefundQueryResponseModel;
import com.alipay.v3.model.AlipayTradePrecreateModel;
import com.alipay.v3.model.AlipayTradeQueryModel;
import com.alipay.v3.model.AlipayTradeQueryResponseModel;
import com.alipay.v3.model.AlipayTradeRefundModel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.Reply;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;

/**
 * 支付宝。A code for each order, scanned before a screen or opened on a phone. Whatever is refused is asked about before it is
 * told: a call may be the repetition of one that succeeded.
 */
class AlipayChannel implements Channel {

    private static final String NOT_THERE = "ACQ.TRADE_NOT_EXIST";

    /**
     * A no to the order's content, or to its number for ever. After any other, the code of an earlier call may still be
     * scanned, though there is no trade yet.
     */
    private static final Set<String> REFUSED_FOR_GOOD = Set.of(
            "ACQ.INVALID_PARAMETER",
            "invalid-parameter",
            "ACQ.TOTAL_FEE_EXCEED",
            "ACQ.EXIST_FORBIDDEN_WORD",
            "ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR",
            "ACQ.TRADE_HAS_CLOSE");

    private final AlipayAccess access;
    private final AlipayClient client;
    private final AlipayNotification notification;
    private final AlipayStatement statement;

    AlipayChannel(AlipayAccess access, MachineClock machine) {
        this(access, machine, AlipayClient.CALL);
    }

    AlipayChannel(AlipayAccess access, MachineClock machine, Duration patience) {
        this.access = access;
        client = new AlipayClient(access, machine, patience);
        notification = new AlipayNotification(access, machine);
        statement = new AlipayStatement(access, client);
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.ALIPAY;
    }

    @Override
    public ChannelAnswer prepare(ChannelOrder order) {
        var request = new AlipayTradePrecreateModel()
                .outTradeNo(order.number())
                .sellerId(access.sellerId())
                .totalAmount(AlipayWords.yuan(order.amount()))
                .subject(AlipayWords.title(order.title()))
                .timeExpire(AlipayWords.time(order.expires()))
                .passbackParams(URLEncoder.encode(order.payer(), StandardCharsets.UTF_8))
                .notifyUrl(order.notifyUrl().toString());
        return client.ask(to -> new AlipayTradeApi(to).precreateWithHttpInfo(request, null))
                .told(
                        said -> order.number().equals(said.getOutTradeNo()) && isAddress(said.getQrCode())
                                ? new ChannelAnswer.Awaiting(new PayWay.Code(said.getQrCode()))
                                : new ChannelAnswer.NoAnswer("an answer without a code, or another order's"),
                        code -> refused(order.number(), code),
                        ChannelAnswer.NoAnswer::new);
    }

    /** The number may stand there since an earlier call, with this content or another. */
    private ChannelAnswer refused(String orderNumber, String code) {
        return standing(orderNumber)
                .told(
                        said -> answer(orderNumber, said) instanceof ChannelAnswer.Awaiting
                                ? new ChannelAnswer.NoAnswer(code + " beside an open order")
                                : answer(orderNumber, said),
                        why -> why.equals(NOT_THERE) && REFUSED_FOR_GOOD.contains(code)
                                ? new ChannelAnswer.NotPaid("支付宝未接受订单（" + code + "）")
                                : new ChannelAnswer.NoAnswer(code),
                        ChannelAnswer.NoAnswer::new);
    }

    /**
     * A code that nobody has scanned yet is no trade there, and may still be paid: only closing makes it one that is not.
     */
    @Override
    public ChannelAnswer query(String orderNumber) {
        return standing(orderNumber)
                .told(
                        said -> answer(orderNumber, said),
                        code -> code.equals(NOT_THERE)
                                ? new ChannelAnswer.Awaiting(null)
                                : new ChannelAnswer.NoAnswer(code),
                        ChannelAnswer.NoAnswer::new);
    }

    /** Never {@code cancel}, which gives the money of a paid order back without a word to us. */
    @Override
    public ChannelAnswer close(String orderNumber) {
        var request = new AlipayTradeCloseModel().outTradeNo(orderNumber);
        return client.ask(to -> new AlipayTradeApi(to).closeWithHttpInfo(request, null))
                .told(
                        said -> orderNumber.equals(said.getOutTradeNo())
                                ? new ChannelAnswer.NotPaid("支付宝已关闭订单")
                                : new ChannelAnswer.NoAnswer("another order's answer"),
                        code -> code.equals(NOT_THERE)
                                ? new ChannelAnswer.NotPaid("支付宝没有这笔交易")
                                // paid, or closed before: the state says which
                                : query(orderNumber),
                        ChannelAnswer.NoAnswer::new);
    }

    private AlipayAnswer<AlipayTradeQueryResponseModel> standing(String orderNumber) {
        var request = new AlipayTradeQueryModel().outTradeNo(orderNumber);
        return client.ask(to -> new AlipayTradeApi(to).queryWithHttpInfo(request, null));
    }

    private static ChannelAnswer answer(String orderNumber, AlipayTradeQueryResponseModel said) {
        return orderNumber.equals(said.getOutTradeNo())
                ? AlipayTrade.answer(
                        orderNumber,
                        said.getTradeStatus(),
                        said.getTradeNo(),
                        said.getTotalAmount(),
                        null,
                        said.getSendPayDate())
                : new ChannelAnswer.NoAnswer("another order's answer");
    }

    @Override
    public RefundAnswer refund(RefundOrder refund) {
        var request = new AlipayTradeRefundModel()
                .outTradeNo(refund.orderNumber())
                .outRequestNo(refund.number())
                .refundAmount(AlipayWords.yuan(refund.amount()))
                .refundReason(refund.reason());
        return client.ask(to -> new AlipayTradeApi(to).refundWithHttpInfo(request, null))
                .told(
                        said -> refund.orderNumber().equals(said.getOutTradeNo())
                                ? accepted(refund)
                                : new RefundAnswer.NoAnswer("another order's answer"),
                        code -> refused(refund, code),
                        RefundAnswer.NoAnswer::new);
    }

    /** The answer sums up what has gone back of the order; what this refund did, only the question tells. */
    private RefundAnswer accepted(RefundOrder refund) {
        return queryRefund(refund) instanceof RefundAnswer.Done done ? done : new RefundAnswer.Working();
    }

    private RefundAnswer refused(RefundOrder refund, String code) {
        var known = queryRefund(refund);
        return known instanceof RefundAnswer.NotRefunded
                ? new RefundAnswer.NotRefunded("支付宝未接受退款（" + code + "）")
                : known;
    }

    /** Alipay asks for ten seconds between a refund and this question: earlier it may not know of it yet. */
    @Override
    public RefundAnswer queryRefund(RefundOrder refund) {
        var request = new AlipayTradeFastpayRefundQueryModel()
                .outTradeNo(refund.orderNumber())
                .outRequestNo(refund.number())
                .addQueryOptionsItem("gmt_refund_pay");
        return client.ask(to -> new AlipayTradeFastpayRefundApi(to).queryWithHttpInfo(request, null))
                .told(
                        said -> answer(refund, said),
                        code -> code.equals(NOT_THERE)
                                ? new RefundAnswer.NotRefunded("支付宝没有这笔交易")
                                : new RefundAnswer.NoAnswer(code),
                        RefundAnswer.NoAnswer::new);
    }

    private static RefundAnswer answer(RefundOrder refund, AlipayTradeFastpayRefundQueryResponseModel said) {
        var status = Objects.requireNonNullElse(said.getRefundStatus(), "");
        if (status.isEmpty() && said.getRefundAmount() == null) {
            return new RefundAnswer.NotRefunded("支付宝没有这笔退款");
        }
        if (!status.equals("REFUND_SUCCESS")) {
            return new RefundAnswer.Working();
        }
        var amount = AlipayWords.amount(said.getRefundAmount());
        var at = AlipayWords.time(said.getGmtRefundPay());
        if (!refund.number().equals(said.getOutRequestNo())
                || !refund.orderNumber().equals(said.getOutTradeNo())
                || said.getTradeNo() == null
                || amount.isEmpty()
                || at.isEmpty()) {
            return new RefundAnswer.NoAnswer("broken answer about a refund");
        }
        return new RefundAnswer.Done(
                refund.number(), AlipayTrade.refund(said.getTradeNo(), refund.number()), amount.get(), at.get());
    }

    @Override
    public StatementAnswer statement(LocalDate day) {
        return statement.of(day);
    }

    @Override
    public Reading read(RawMessage raw) {
        return notification.read(raw);
    }

    /** Alipay looks at the word alone, and sends again until it is this one. */
    @Override
    public Reply reply(MessageVerdict verdict) {
        return new Reply(200, "text/plain;charset=UTF-8", verdict.isThanked() ? "success" : "fail");
    }

    private static boolean isAddress(@Nullable String code) {
        return code != null && code.length() <= 1024 && code.matches("https?://\\S+");
    }
}

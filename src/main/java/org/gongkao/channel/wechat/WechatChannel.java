package org.gongkao.channel.wechat;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelAnswer.Awaiting;
import org.gongkao.channel.ChannelAnswer.NoAnswer;
import org.gongkao.channel.ChannelAnswer.NotPaid;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.Reply;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.WechatAccess;
import org.gongkao.shared.MachineClock;

/**
 * 微信支付。Asks in the provider's words and answers in ours. The provider's program throws much that is no answer — a clock
 * that differs, a missing header, a broken connection: all of it leaves the order unknown. Its exceptions carry requests and
 * answers in their message, so that only their code or their kind is ever said on.
 */
class WechatChannel implements Channel {

    private final WechatAccess access;
    private final WechatConnection wechat;
    private final WechatOrders orders;
    private final WechatMessages messages;
    private final WechatStatements statements;

    WechatChannel(WechatAccess access, WechatConnection wechat, MachineClock machine) {
        this.access = access;
        this.wechat = wechat;
        orders = new WechatOrders(access, wechat);
        messages = new WechatMessages(access, wechat, machine);
        statements = new WechatStatements(access, wechat);
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.WECHAT;
    }

    @Override
    public ChannelAnswer prepare(ChannelOrder order) {
        return ask(() -> new Awaiting(orders.prepare(order)), refused -> standsAs(order.number(), refused));
    }

    /** The order was refused. What is there under its number says whether that is the end of it. */
    private ChannelAnswer standsAs(String number, ServiceException refused) {
        return switch (query(number)) {
            case Awaiting other -> new NoAnswer("渠道已有同号而内容不同的订单（" + refused.getErrorCode() + "）");
            case NotPaid none -> new NotPaid("渠道未接受订单（" + refused.getErrorCode() + "）");
            case ChannelAnswer otherwise -> otherwise;
        };
    }

    @Override
    public ChannelAnswer query(String orderNumber) {
        return ask(
                () -> {
                    var request = new QueryOrderByOutTradeNoRequest();
                    request.setMchid(access.merchant());
                    request.setOutTradeNo(orderNumber);
                    return answer(wechat.screens.queryOrderByOutTradeNo(request), orderNumber);
                },
                refused -> isUnknown(refused) ? new NotPaid("渠道没有这笔订单") : noAnswer(refused));
    }

    @Override
    public ChannelAnswer close(String orderNumber) {
        return ask(
                () -> {
                    var request = new CloseOrderRequest();
                    request.setMchid(access.merchant());
                    request.setOutTradeNo(orderNumber);
                    wechat.screens.closeOrder(request);
                    return new NotPaid("渠道已关闭订单");
                },
                refused -> switch (query(orderNumber)) {
                    case Awaiting stillOpen -> noAnswer(refused);
                    case ChannelAnswer otherwise -> otherwise;
                });
    }

    private ChannelAnswer answer(Transaction said, String orderNumber) {
        if (!access.merchant().equals(said.getMchid())
                || !access.app().equals(said.getAppid())
                || !orderNumber.equals(said.getOutTradeNo())) {
            return new NoAnswer("答复属于另一笔订单或另一个商户");
        }
        return WechatWords.answer(said);
    }

    private static ChannelAnswer ask(
            Supplier<ChannelAnswer> question, Function<ServiceException, ChannelAnswer> whenRefused) {
        try {
            return question.get();
        } catch (ServiceException refused) {
            return isDefinite(refused) ? whenRefused.apply(refused) : noAnswer(refused);
        } catch (RuntimeException unclear) {
            return new NoAnswer(kind(unclear));
        }
    }

    @Override
    public RefundAnswer refund(RefundOrder refund) {
        return askForRefund(
                () -> {
                    var request = new CreateRequest();
                    request.setTransactionId(refund.transaction());
                    request.setOutRefundNo(refund.number());
                    request.setReason(WechatOrders.atMost(80, refund.reason()));
                    request.setNotifyUrl(refund.notifyUrl().toString());
                    var amount = new AmountReq();
                    amount.setRefund(refund.amount().fen());
                    amount.setTotal(refund.orderTotal().fen());
                    amount.setCurrency("CNY");
                    request.setAmount(amount);
                    return answer(wechat.refunds.create(request), refund);
                },
                refused -> switch (queryRefund(refund)) {
                    case RefundAnswer.NotRefunded none ->
                        new RefundAnswer.NotRefunded("渠道未接受退款（" + refused.getErrorCode() + "）");
                    case RefundAnswer otherwise -> otherwise;
                });
    }

    @Override
    public RefundAnswer queryRefund(RefundOrder refund) {
        return askForRefund(
                () -> {
                    var request = new QueryByOutRefundNoRequest();
                    request.setOutRefundNo(refund.number());
                    return answer(wechat.refunds.queryByOutRefundNo(request), refund);
                },
                refused -> isUnknown(refused)
                        ? new RefundAnswer.NotRefunded("渠道没有这笔退款")
                        : new RefundAnswer.NoAnswer(word(refused)));
    }

    private static RefundAnswer answer(Refund said, RefundOrder refund) {
        if (!refund.number().equals(said.getOutRefundNo())
                || !refund.transaction().equals(said.getTransactionId())) {
            return new RefundAnswer.NoAnswer("答复属于另一笔退款");
        }
        return WechatWords.answer(
                said.getOutRefundNo(),
                said.getRefundId(),
                said.getStatus(),
                said.getAmount() == null ? null : said.getAmount().getRefund(),
                said.getSuccessTime());
    }

    private static RefundAnswer askForRefund(
            Supplier<RefundAnswer> question, Function<ServiceException, RefundAnswer> whenRefused) {
        try {
            return question.get();
        } catch (ServiceException refused) {
            return isDefinite(refused) ? whenRefused.apply(refused) : new RefundAnswer.NoAnswer(word(refused));
        } catch (RuntimeException unclear) {
            return new RefundAnswer.NoAnswer(kind(unclear));
        }
    }

    @Override
    public StatementAnswer statement(LocalDate day) {
        return statements.of(day);
    }

    @Override
    public Reading read(RawMessage raw) {
        return messages.read(raw);
    }

    @Override
    public Reply reply(MessageVerdict verdict) {
        return messages.reply(verdict);
    }

    /** Whether the provider itself has judged the request; its own troubles, and doubts about who asks, judge nothing. */
    private static boolean isDefinite(ServiceException refused) {
        int status = refused.getHttpStatusCode();
        return status >= 400 && status < 500 && status != 401 && status != 429 && refused.getErrorCode() != null;
    }

    private static boolean isUnknown(ServiceException refused) {
        return refused.getHttpStatusCode() == 404
                && ("ORDER_NOT_EXIST".equals(refused.getErrorCode())
                        || "RESOURCE_NOT_EXISTS".equals(refused.getErrorCode()));
    }

    private static ChannelAnswer noAnswer(ServiceException refused) {
        return new NoAnswer(word(refused));
    }

    static String word(ServiceException refused) {
        return refused.getHttpStatusCode() + " " + Objects.requireNonNullElse(refused.getErrorCode(), "");
    }

    static String kind(RuntimeException unclear) {
        var cause = unclear.getCause();
        return unclear.getClass().getSimpleName()
                + (cause == null ? "" : ": " + cause.getClass().getSimpleName());
    }
}

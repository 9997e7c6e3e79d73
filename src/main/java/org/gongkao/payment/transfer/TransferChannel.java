package org.gongkao.payment.transfer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.gongkao.shared.BusinessClock;
import org.springframework.dao.DataAccessException;

/**
 * 银行转账。A channel that nobody can ask: it answers from the statements that finance has handed in. An order has brought
 * nothing only when the statements reach until it was to end; before, there is no answer.
 */
class TransferChannel implements Channel {

    private final PayWay.Transfer account;
    private final TransferCodes codes;
    private final TransferLines lines;
    private final BusinessClock clock;

    TransferChannel(PayWay.Transfer account, TransferCodes codes, TransferLines lines, BusinessClock clock) {
        this.account = account;
        this.codes = codes;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.TRANSFER;
    }

    @Override
    public ChannelAnswer prepare(ChannelOrder order) {
        return answered(
                () -> {
                    var code = codes.give(order.number(), order.amount(), clock.instant());
                    return new ChannelAnswer.Awaiting(
                            new PayWay.Transfer(code, account.accountName(), account.accountNumber(), account.bank()));
                },
                ChannelAnswer.NoAnswer::new);
    }

    @Override
    public ChannelAnswer query(String orderNumber) {
        return answered(
                () -> lines.paidFor(orderNumber)
                        .or(() -> never(orderNumber))
                        .orElseGet(() -> new ChannelAnswer.Awaiting(null)),
                ChannelAnswer.NoAnswer::new);
    }

    @Override
    public ChannelAnswer close(String orderNumber) {
        return answered(
                () -> lines.paidFor(orderNumber)
                        .or(() -> never(orderNumber))
                        .orElseGet(() -> codes.hasTheBankSpoken(orderNumber, clock.instant())
                                ? new ChannelAnswer.NotPaid("银行流水中没有这笔转账")
                                : new ChannelAnswer.NoAnswer("银行流水还没有到")),
                ChannelAnswer.NoAnswer::new);
    }

    /** An order without a code was never shown to anybody. */
    private Optional<ChannelAnswer> never(String order) {
        return codes.isGiven(order) ? Optional.empty() : Optional.of(new ChannelAnswer.NotPaid("没有生成过缴款码"));
    }

    /** Kept for finance, which transfers it back at the bank; the line of the statement is the answer. */
    @Override
    public RefundAnswer refund(RefundOrder refund) {
        return answered(
                () -> {
                    if (!lines.hasCome(refund.transaction())) {
                        return new RefundAnswer.NotRefunded("没有这笔转账");
                    }
                    return codes.keepRefund(refund, clock.instant())
                            ? refunded(refund)
                            : new RefundAnswer.NotRefunded("同一退款编号的内容不同");
                },
                RefundAnswer.NoAnswer::new);
    }

    @Override
    public RefundAnswer queryRefund(RefundOrder refund) {
        return answered(() -> refunded(refund), RefundAnswer.NoAnswer::new);
    }

    private RefundAnswer refunded(RefundOrder refund) {
        return lines.refundedBy(refund.number()).orElseGet(RefundAnswer.Working::new);
    }

    /** Finance hands it in; nothing is fetched. */
    @Override
    public StatementAnswer statement(LocalDate day) {
        return new StatementAnswer.NotYet("银行流水由财务人员导入");
    }

    @Override
    public Reading read(RawMessage raw) {
        return new Reading.Refused(MessageVerdict.UNSIGNED);
    }

    @Override
    public Reply reply(MessageVerdict verdict) {
        return new Reply(verdict.isThanked() ? 200 : 401, "text/plain;charset=UTF-8", "未接收");
    }

    private static <A> A answered(Supplier<A> asked, Function<String, A> failed) {
        try {
            return asked.get();
        } catch (DataAccessException lost) {
            return failed.apply(lost.getClass().getSimpleName());
        }
    }
}

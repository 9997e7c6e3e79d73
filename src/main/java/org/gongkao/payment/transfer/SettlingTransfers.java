package org.gongkao.payment.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.payment.RefundMessages;
import org.gongkao.payment.Settling;
import org.gongkao.payment.StatementBooked;
import org.gongkao.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 银行流水入账。Tells of each matched line what a channel would tell in a message. A line told twice changes nothing. */
@Component
class SettlingTransfers implements Task {

    static final String NAME = "settle-transfers";

    private final TransferLines lines;
    private final Settling settling;
    private final List<RefundMessages> refunds;
    private final ApplicationEventPublisher events;

    SettlingTransfers(
            TransferLines lines,
            Settling settling,
            ObjectProvider<RefundMessages> refunds,
            ApplicationEventPublisher events) {
        this.lines = lines;
        this.settling = settling;
        this.refunds = refunds.orderedStream().toList();
        this.events = events;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "银行流水入账";
    }

    /** A bank's lines are nobody's to mend. */
    @Override
    public String afterFailures() {
        return "流水已经登记，不用修改，也不用重新导入；金额不符的款项请在“缴费差异”中核实或退回";
    }

    /** Before its lines are settled, the book would differ from the statement in each of them. */
    @Override
    public void ended(long job, boolean whole, Actor by, Instant at) {
        events.publishEvent(new StatementBooked(ChannelCode.TRANSFER));
    }

    /** Each line locks the charges of its order: two pieces never hold several of them in different orders. */
    @Override
    public int pieceSize() {
        return 1;
    }

    @Override
    public String what(JobRow row) {
        return "流水 " + row.cell(1);
    }

    @Override
    public Outcome run(JobRow row, Actor by, Instant at) {
        var line = lines.get(Long.parseLong(row.cell(0)), by);
        var path = "/payment/transfers/" + line.id();
        return switch (line.state()) {
            case MATCHED, ASSIGNED -> {
                settle(line, at);
                yield line.amount().equals(line.due())
                        ? Outcome.done(what(row), "到账 " + line.amount() + "，已计入缴费单", path)
                        : Outcome.failed(what(row), "到账 " + line.amount() + "，与应缴 " + line.due() + " 不符，已转缴费差异");
            }
            case REFUNDED -> {
                var number = Objects.requireNonNull(line.refund());
                lines.refundedBy(number)
                        .ifPresent(done -> refunds.forEach(one -> one.take(ChannelCode.TRANSFER, number, done, at)));
                yield Outcome.done(what(row), "退款 " + line.amount() + " 已转出", path);
            }
            case UNMATCHED, PROPOSED -> Outcome.skipped(what(row), "到账 " + line.amount() + "，没有对上缴款码，待认领", path);
            case UNCLEAR -> Outcome.skipped(what(row), "已转缴费差异", path);
            case OUTGOING -> Outcome.skipped(what(row), "其他支出", path);
        };
    }

    /** In the transaction of the caller. */
    void settle(TransferLines.Line line, Instant at) {
        settle(line, Objects.requireNonNull(line.order()), at);
    }

    /** No order has this name: the money stands as doubtful under the bank's own number. */
    void doubt(TransferLines.Line line, Instant at) {
        settle(line, line.serial(), at);
    }

    private void settle(TransferLines.Line line, String order, Instant at) {
        settling.take(
                order,
                ChannelCode.TRANSFER,
                new ChannelAnswer.Paid(order, line.serial(), line.amount(), null, line.at()),
                at);
    }
}

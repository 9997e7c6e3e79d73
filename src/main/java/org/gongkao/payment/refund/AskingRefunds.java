package org.gongkao.payment.refund;

import java.time.Instant;
import org.gongkao.channel.Channel;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.payment.Channels;
import org.gongkao.shared.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 询问退款。The clock that owns what was sent: tells the channel until it says that it knows the refund, then asks it until it says
 * how that ended. No transaction is open while the channel thinks.
 */
@Component
class AskingRefunds {

    private static final Logger log = LoggerFactory.getLogger(AskingRefunds.class);
    private static final int AT_ONCE = 50;

    private final RefundRows rows;
    private final Channels channels;
    private final TakingRefundAnswers taking;
    private final MachineClock machine;

    AskingRefunds(RefundRows rows, Channels channels, TakingRefundAnswers taking, MachineClock machine) {
        this.rows = rows;
        this.channels = channels;
        this.taking = taking;
        this.machine = machine;
    }

    int askDue(Instant now) {
        int asked = 0;
        for (var due : rows.takeDue(machine.instant(), AT_ONCE)) {
            ask(due.number(), now);
            asked++;
        }
        return asked;
    }

    /** What became of it, at once: whoever has just sent it waits for the page. */
    void ask(String number, Instant now) {
        var found =
                rows.find(number).filter(one -> one.state() == RefundState.SENT || one.state() == RefundState.DISPUTED);
        if (found.isEmpty()) {
            return;
        }
        var refund = found.get();
        channels.find(refund.channel()).ifPresent(channel -> {
            var answer = ask(channel, refund, now);
            if (answer instanceof RefundAnswer.NoAnswer none) {
                log.warn(
                        "{} gave no answer about refund {} ({}); it is asked again.",
                        channel.code(),
                        number,
                        none.why());
            }
            taking.take(channel.code(), number, answer, now);
        });
    }

    private RefundAnswer ask(Channel channel, Refund refund, Instant now) {
        if (!rows.isRequest(refund, now)) {
            return new RefundAnswer.NoAnswer("another text stands under this number; nothing was sent");
        }
        var order = refund.order(channels.notifyUrl(refund.channel()));
        return refund.accepted() || refund.state() == RefundState.DISPUTED
                ? channel.queryRefund(order)
                : channel.refund(order);
    }
}

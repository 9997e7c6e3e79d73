package org.gongkao.payment.refund;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundAnswer.Done;
import org.gongkao.payment.Discrepancies;
import org.gongkao.payment.RefundMessages;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 退款答复处理。Takes the channel's word about a refund, asked for or sent, under a lock. Repeated and reordered ones change
 * nothing; one that cannot be so stands before finance and makes nothing done.
 */
@Component
class TakingRefundAnswers implements RefundMessages {

    private final RefundRows rows;
    private final MovingRefunds moving;
    private final Discrepancies discrepancies;
    private final Audit audit;

    TakingRefundAnswers(RefundRows rows, MovingRefunds moving, Discrepancies discrepancies, Audit audit) {
        this.rows = rows;
        this.moving = moving;
        this.discrepancies = discrepancies;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void take(ChannelCode channel, String refundNumber, RefundAnswer answer, Instant now) {
        var refund =
                rows.lock(refundNumber).filter(one -> one.channel() == channel).orElse(null);
        switch (answer) {
            case Done done -> takeDone(refund, channel, done, now);
            case RefundAnswer.NotRefunded none -> {
                if (refund != null) {
                    refund.told(RefundAct.FAIL, none.why()).ifPresent(moved -> moving.fail(moved, now));
                }
            }
            case RefundAnswer.Working working -> {
                if (refund != null) {
                    rows.accept(refund);
                }
            }
            case RefundAnswer.Stuck stuck -> {
                if (refund != null) {
                    rows.stick(refund, stuck.why());
                }
            }
            case RefundAnswer.NoAnswer none -> {}
        }
    }

    private void takeDone(@Nullable Refund refund, ChannelCode channel, Done done, Instant now) {
        if (refund == null) {
            list(null, channel, done, now);
            return;
        }
        boolean right =
                done.refundNumber().equals(refund.number()) && done.amount().equals(refund.amount());
        if (right && refund.state() == RefundState.DONE) {
            return;
        }
        if (!right) {
            list(refund, channel, done, now);
            refund.told(RefundAct.DIFFER, "渠道报告退款 " + done.amount()).ifPresent(moved -> moving.differ(moved, now));
            return;
        }
        refund.told(RefundAct.COMPLETE, done.transaction())
                .ifPresentOrElse(moved -> moving.complete(moved, done, now), () -> list(refund, channel, done, now));
    }

    private void list(@Nullable Refund refund, ChannelCode channel, Done done, Instant now) {
        var charge = refund == null ? null : refund.charge();
        discrepancies.addOfRefund(charge == null ? null : charge.id(), channel, done, now);
        audit.record(
                Actor.SYSTEM,
                "退款报告不符",
                "refund:" + done.refundNumber(),
                done.amount().toString());
    }
}

package org.gongkao.payment;

import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.channel.Channel;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 接收渠道通知。Signed, fresh, for us, whole, not seen before: only then is a message taken in, in one transaction with its line in
 * the log, so that a failure leaves neither and the channel sends again. All others leave a line and change nothing.
 */
@Component
public class TakingNotifications {

    private final NotificationRows rows;
    private final Settling settling;
    private final List<RefundMessages> refunds;
    private final Audit audit;

    TakingNotifications(NotificationRows rows, Settling settling, ObjectProvider<RefundMessages> refunds, Audit audit) {
        this.rows = rows;
        this.settling = settling;
        this.refunds = refunds.orderedStream().toList();
        this.audit = audit;
    }

    @Transactional
    public MessageVerdict take(Channel channel, RawMessage raw, boolean tooLong, Instant arrived) {
        var reading = tooLong ? new Reading.Refused(MessageVerdict.UNSIGNED) : channel.read(raw);
        return switch (reading) {
            case Reading.Refused refused -> refuse(channel, refused.verdict(), raw, null, arrived);
            case Reading.OfOrder message -> {
                if (!rows.add(
                        channel.code(), MessageVerdict.TAKEN, raw, message.id(), message.orderNumber(), arrived)) {
                    yield repeated(channel, raw, message.id(), message.orderNumber(), arrived);
                }
                settling.take(message.orderNumber(), channel.code(), message.answer(), arrived);
                yield MessageVerdict.TAKEN;
            }
            case Reading.OfRefund message -> {
                if (!rows.add(
                        channel.code(), MessageVerdict.TAKEN, raw, message.id(), message.refundNumber(), arrived)) {
                    yield repeated(channel, raw, message.id(), message.refundNumber(), arrived);
                }
                refunds.forEach(one -> one.take(channel.code(), message.refundNumber(), message.answer(), arrived));
                yield MessageVerdict.TAKEN;
            }
        };
    }

    /** The channel repeats what it thinks we did not hear; an old id on another matter is none of its doing. */
    private MessageVerdict repeated(Channel channel, RawMessage raw, String id, String number, Instant arrived) {
        boolean same = rows.number(channel.code(), id).filter(number::equals).isPresent();
        return refuse(channel, same ? MessageVerdict.REPEATED : MessageVerdict.REPLAYED, raw, id, arrived);
    }

    private MessageVerdict refuse(
            Channel channel, MessageVerdict verdict, RawMessage raw, @Nullable String id, Instant arrived) {
        rows.add(channel.code(), verdict, raw, id, null, arrived);
        if (verdict.isSigned() && verdict != MessageVerdict.REPEATED) {
            audit.record(Actor.SYSTEM, "拒收渠道通知", "payment:notification", verdict.label());
        }
        return verdict;
    }
}

package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.channel.Channel;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 接收渠道通知。Signed, fresh, for us, whole, not seen before: only then is a message taken in. It is kept with a commit before the
 * channel is thanked, and settled after; a failure keeps nothing and the channel sends again. All others leave a line and
 * change nothing.
 */
@Component
class TakingNotifications {

    private final NotificationRows rows;
    private final MessageLoop settling;
    private final Audit audit;
    private final TransactionTemplate transaction;

    TakingNotifications(NotificationRows rows, MessageLoop settling, Audit audit, TransactionTemplate transaction) {
        this.rows = rows;
        this.settling = settling;
        this.audit = audit;
        this.transaction = transaction;
    }

    MessageVerdict take(Channel channel, RawMessage raw, boolean tooLong, Instant arrived) {
        var reading = tooLong ? new Reading.Refused(MessageVerdict.UNSIGNED) : channel.read(raw);
        return switch (reading) {
            case Reading.Refused refused -> refuse(channel, refused.verdict(), raw, null, arrived);
            case Reading.OfOrder said -> keep(channel, raw, said.id(), said.orderNumber(), said, arrived);
            case Reading.OfRefund said -> keep(channel, raw, said.id(), said.refundNumber(), said, arrived);
        };
    }

    private MessageVerdict keep(
            Channel channel, RawMessage raw, String id, String number, Reading said, Instant arrived) {
        if (rows.keep(channel.code(), raw, id, number, said, arrived)) {
            settling.wake();
            return MessageVerdict.TAKEN;
        }
        return repeated(channel, raw, id, number, arrived);
    }

    /** The channel repeats what it thinks we did not hear; an old id on another matter is none of its doing. */
    private MessageVerdict repeated(Channel channel, RawMessage raw, String id, String number, Instant arrived) {
        boolean same = rows.number(channel.code(), id).filter(number::equals).isPresent();
        return refuse(channel, same ? MessageVerdict.REPEATED : MessageVerdict.REPLAYED, raw, id, arrived);
    }

    private MessageVerdict refuse(
            Channel channel, MessageVerdict verdict, RawMessage raw, @Nullable String id, Instant arrived) {
        transaction.executeWithoutResult(status -> {
            rows.add(channel.code(), verdict, raw, id, arrived);
            if (verdict.isSigned() && verdict != MessageVerdict.REPEATED) {
                audit.record(Actor.SYSTEM, "拒收渠道通知", "payment:notification", verdict.label());
            }
        });
        return verdict;
    }
}

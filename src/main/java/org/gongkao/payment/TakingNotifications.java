package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.payment.NotificationRows.Told;
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
    private final KeepingMessages keeping;
    private final MessageLoop settling;
    private final Audit audit;
    private final TransactionTemplate transaction;

    TakingNotifications(
            NotificationRows rows,
            KeepingMessages keeping,
            MessageLoop settling,
            Audit audit,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.keeping = keeping;
        this.settling = settling;
        this.audit = audit;
        this.transaction = transaction;
    }

    MessageVerdict take(Channel channel, RawMessage raw, boolean tooLong, Instant arrived) {
        var reading = tooLong ? new Reading.Refused(MessageVerdict.UNSIGNED) : channel.read(raw);
        return switch (reading) {
            case Reading.Refused refused -> refuse(channel.code(), refused.verdict(), raw, null, arrived);
            case Reading.OfOrder said ->
                keep(new Told(channel.code(), raw, said.id(), said.orderNumber(), said, arrived));
            case Reading.OfRefund said ->
                keep(new Told(channel.code(), raw, said.id(), said.refundNumber(), said, arrived));
        };
    }

    private MessageVerdict keep(Told told) {
        if (keeping.keep(told)) {
            settling.wake();
            return MessageVerdict.TAKEN;
        }
        // The channel repeats what it thinks we did not hear; an old id on another matter is none of its doing.
        boolean same = rows.number(told.taken()).filter(told.number()::equals).isPresent();
        var verdict = same ? MessageVerdict.REPEATED : MessageVerdict.REPLAYED;
        return refuse(told.channel(), verdict, told.raw(), told.id(), told.arrived());
    }

    private MessageVerdict refuse(
            ChannelCode channel, MessageVerdict verdict, RawMessage raw, @Nullable String id, Instant arrived) {
        transaction.executeWithoutResult(status -> {
            rows.add(channel, verdict, raw, id, arrived);
            if (verdict.isSigned() && verdict != MessageVerdict.REPEATED) {
                audit.record(Actor.SYSTEM, "拒收渠道通知", "payment:notification", verdict.label());
            }
        });
        return verdict;
    }
}

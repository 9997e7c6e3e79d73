package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 接收渠道通知。Signed, fresh, not seen before, whole: only then is a message taken in, in one transaction with its line in the
 * log, so that a failure leaves neither and the channel sends again. All others leave a line and change nothing.
 */
@Component
class TakingNotifications {

    private final Channels channels;
    private final NotificationRows rows;
    private final Settling settling;
    private final Audit audit;
    private final MachineClock machine;

    TakingNotifications(
            Channels channels, NotificationRows rows, Settling settling, Audit audit, MachineClock machine) {
        this.channels = channels;
        this.rows = rows;
        this.settling = settling;
        this.audit = audit;
        this.machine = machine;
    }

    @Transactional
    public Verdict take(ReceivedNotification received, Instant arrived) {
        var verdict = judge(received);
        if (verdict != Verdict.TAKEN) {
            return refuse(verdict, received, arrived);
        }
        CounterpartMessage message;
        try {
            message = CounterpartMessage.parse(received.body());
        } catch (CounterpartMessage.Broken broken) {
            return refuse(Verdict.BROKEN, received, arrived);
        }
        if (!rows.add(Verdict.TAKEN, received, message.orderNumber(), arrived)) {
            return refuse(Verdict.REPLAYED, received, arrived);
        }
        settling.take(message.orderNumber(), message.answer(), arrived);
        return Verdict.TAKEN;
    }

    private Verdict judge(ReceivedNotification received) {
        var signature = channels.signature();
        if (signature.isEmpty() || !received.isComplete()) {
            return Verdict.UNSIGNED;
        }
        if (!signature.get().isTheirs(received.signedText(), received.signature())) {
            return Verdict.FORGED;
        }
        return CounterpartChannel.isFresh(received.time(), machine.instant()) ? Verdict.TAKEN : Verdict.STALE;
    }

    private Verdict refuse(Verdict verdict, ReceivedNotification received, Instant arrived) {
        rows.add(verdict, received, null, arrived);
        if (verdict.isSigned()) {
            audit.record(Actor.SYSTEM, "拒收渠道通知", "payment:notification", verdict.label());
        }
        return verdict;
    }
}

package org.gongkao.payment;

import java.time.Duration;
import java.util.List;
import org.gongkao.channel.Reading;
import org.gongkao.payment.KeptMessages.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 处理渠道通知。Settles one kept message after another, each in a transaction that takes it out of those that are kept. The channel
 * was thanked and will not come again: what fails stays and is tried until it goes.
 */
@Component
class SettlingMessages {

    private static final Logger log = LoggerFactory.getLogger(SettlingMessages.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final KeptMessages messages;
    private final Settling settling;
    private final List<RefundMessages> refunds;
    private final TransactionTemplate transaction;

    SettlingMessages(
            KeptMessages messages,
            Settling settling,
            ObjectProvider<RefundMessages> refunds,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.settling = settling;
        this.refunds = refunds.orderedStream().toList();
        this.transaction = transaction;
    }

    /** False when it is gone, or somebody else is at it. */
    boolean settle(long id) {
        var taken = new Kept[1];
        try {
            transaction.executeWithoutResult(status -> messages.take(id).ifPresent(kept -> {
                taken[0] = kept;
                settle(kept);
            }));
        } catch (RuntimeException failed) {
            if (taken[0] == null) {
                throw failed;
            }
            putOff(taken[0], failed);
        }
        return taken[0] != null;
    }

    private void settle(Kept kept) {
        switch (kept.said()) {
            case Reading.OfOrder said ->
                settling.take(said.orderNumber(), kept.channel(), said.answer(), kept.arrived());
            case Reading.OfRefund said ->
                refunds.forEach(one -> one.take(kept.channel(), said.refundNumber(), said.answer(), kept.arrived()));
            case Reading.Refused refused -> throw new IllegalStateException("kept, and refused: " + kept.id());
        }
    }

    private void putOff(Kept kept, RuntimeException failed) {
        var by = Duration.ofSeconds(1L << Math.min(kept.tried(), 10));
        log.error(
                "Message {} of {} could not be settled; it stays and is tried again.",
                kept.id(),
                kept.channel(),
                failed);
        messages.putOff(kept, by.compareTo(LONGEST) < 0 ? by : LONGEST);
    }
}

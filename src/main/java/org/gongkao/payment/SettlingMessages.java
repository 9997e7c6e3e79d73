package org.gongkao.payment;

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

    /** False when it is gone, or somebody else is at it. What fails stands in nobody's way: also one that cannot be read. */
    boolean settle(long id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var kept = messages.take(id);
                kept.ifPresent(this::settle);
                return kept.isPresent();
            }));
        } catch (RuntimeException failed) {
            log.error("Message {} could not be settled; it stays and is tried again.", id, failed);
            messages.putOff(id);
            return true;
        }
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
}

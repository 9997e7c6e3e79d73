package org.gongkao.application;

import java.time.Instant;
import org.gongkao.payment.Payer;
import org.gongkao.payment.PayingCondition;
import org.gongkao.payment.Purpose;
import org.springframework.stereotype.Component;

/** Between the decision and its being heard a charge may still stand open: nobody who is barred pays it. */
@Component
class PayingWhileBarred implements PayingCondition {

    private final Bars bars;

    PayingWhileBarred(Bars bars) {
        this.bars = bars;
    }

    @Override
    public void require(Purpose purpose, String purposeKey, Payer payer, Instant at) {
        if (payer instanceof Payer.Person person) {
            bars.requireNone(person.id(), at);
        }
    }
}

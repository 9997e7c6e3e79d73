package org.gongkao.application;

import java.time.Instant;
import org.gongkao.payment.Payer;
import org.gongkao.payment.PayingCondition;
import org.gongkao.payment.Purpose;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** A superior has the approval looked at once more: its charge waits, and nobody is led to the channel meanwhile. */
@Component
class PayingWhileReviewedAgain implements PayingCondition {

    private final Applications applications;

    PayingWhileReviewedAgain(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void require(Purpose purpose, String purposeKey, Payer payer, Instant at) {
        if (applications.isReviewed(purposeKey)) {
            throw new Refusal(ApplicationRefusal.NOT_PAYABLE_UNDER_REVIEW);
        }
    }
}

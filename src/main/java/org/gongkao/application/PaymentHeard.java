package org.gongkao.application;

import org.gongkao.payment.ChargePaid;
import org.gongkao.payment.Charges;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 缴费通知。Hears that a file's charge was settled. */
@Component
class PaymentHeard {

    private final Paying paying;
    private final ApplicationRegister register;
    private final Cancelling cancelling;
    private final Charges charges;
    private final BusinessClock clock;

    PaymentHeard(
            Paying paying, ApplicationRegister register, Cancelling cancelling, Charges charges, BusinessClock clock) {
        this.paying = paying;
        this.register = register;
        this.cancelling = cancelling;
        this.charges = charges;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = "#paid.isFor('GRADING')")
    void on(ChargePaid paid) {
        if (charges.isReplaced(paid)) {
            return; // told again, or late: the whole of it has gone back, and the fee was asked for once more
        }
        var now = clock.instant();
        paying.paid(paid.purposeKey(), now);
        // The money set out before the decision and came in after it was heard, when the file could not be cancelled
        // yet.
        if (register.admissible(paid.purposeKey(), now) instanceof Admission.Barred) {
            cancelling.afterPayment(paid.purposeKey(), now);
        }
    }
}

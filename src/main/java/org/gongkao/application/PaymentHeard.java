package org.gongkao.application;

import org.gongkao.payment.ChargePaid;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 缴费通知。Hears that a file's charge was settled. */
@Component
class PaymentHeard {

    private final Paying paying;
    private final BusinessClock clock;

    PaymentHeard(Paying paying, BusinessClock clock) {
        this.paying = paying;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ChargePaid paid) {
        paying.paid(paid.purposeKey(), clock.instant());
    }
}

package org.gongkao.payment.close;

import org.gongkao.payment.StatementBooked;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 即时核对。Finance does not wait for the next round once a statement is booked; who compares meanwhile is waited for. */
@Component
class ComparingAtOnce {

    private final Reconciling reconciling;
    private final BusinessClock clock;

    ComparingAtOnce(Reconciling reconciling, BusinessClock clock) {
        this.reconciling = reconciling;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(StatementBooked event) {
        reconciling.reconcile(clock.instant());
    }
}

package org.gongkao.application;

import org.gongkao.sanction.SanctionImposed;
import org.gongkao.sanction.Sanctions;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 处理决定通知。Hears that a decision took effect; one that was revoked before it was heard takes nothing away. */
@Component
class SanctionHeard {

    private final Sanctions sanctions;
    private final Cancelling cancelling;
    private final BusinessClock clock;

    SanctionHeard(Sanctions sanctions, Cancelling cancelling, BusinessClock clock) {
        this.sanctions = sanctions;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(SanctionImposed event) {
        sanctions.inForce(event.sanctionId()).ifPresent(decision -> cancelling.carryOut(decision, clock.instant()));
    }
}

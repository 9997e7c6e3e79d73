package org.gongkao.application;

import org.gongkao.sanction.SanctionImposed;
import org.gongkao.sanction.SanctionRevoked;
import org.gongkao.sanction.Sanctions;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * 处理决定通知。Hears that a decision took effect, or was revoked. One that was revoked before it was heard takes nothing away;
 * told twice, neither does anything more.
 */
@Component
class SanctionHeard {

    private final Sanctions sanctions;
    private final Cancelling cancelling;
    private final Reinstating reinstating;
    private final BusinessClock clock;

    SanctionHeard(Sanctions sanctions, Cancelling cancelling, Reinstating reinstating, BusinessClock clock) {
        this.sanctions = sanctions;
        this.cancelling = cancelling;
        this.reinstating = reinstating;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(SanctionImposed event) {
        sanctions.inForce(event.sanctionId()).ifPresent(decision -> cancelling.carryOut(decision, clock.instant()));
    }

    @ApplicationModuleListener
    void on(SanctionRevoked event) {
        sanctions.revoked(event.sanctionId()).ifPresent(decision -> reinstating.carryOut(decision, clock.instant()));
    }
}

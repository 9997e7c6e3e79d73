package org.gongkao.application.deferral;

import java.time.Instant;
import org.gongkao.application.Applications;
import org.gongkao.application.Cancelling;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Deferrals;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 容缺到期。Ends one file whose promise is overdue, in a transaction of its own; told twice, it finds nothing more to do. */
@Component
class Breaking {

    private final Applications applications;
    private final Deferrals deferrals;
    private final Cancelling cancelling;

    Breaking(Applications applications, Deferrals deferrals, Cancelling cancelling) {
        this.applications = applications;
        this.deferrals = deferrals;
        this.cancelling = cancelling;
    }

    /** @param bell what was due by then and is not there is broken; what is handed in waits for the office, however long */
    @Transactional
    public boolean end(long id, Instant bell, Instant now) {
        var application = applications.get(id, Actor.SYSTEM);
        boolean broken = false;
        for (var promise : deferrals.standing(application)) {
            boolean over = promise.state() == DeferralState.OPEN && !bell.isBefore(promise.dueAt());
            // The worker who hands in at this moment and the bell meet on the row of the promise: one of them is first.
            if (over && deferrals.move(promise, DeferralState.BROKEN, promise.remark())) {
                if (!broken) {
                    cancelling.forfeit(application, promise.label(), now);
                }
                broken = true;
            }
        }
        return broken;
    }
}

package org.gongkao.application;

import java.time.Instant;
import org.gongkao.application.Application.Moved;
import org.gongkao.payment.Settlement;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 到期处理。What ends by itself: each file in a transaction of its own, so that one never holds up the rest. */
@Component
class Lapsing {

    private final Applications applications;
    private final Fees fees;
    private final Paying paying;
    private final Moving moving;

    Lapsing(Applications applications, Fees fees, Paying paying, Moving moving) {
        this.applications = applications;
        this.fees = fees;
        this.paying = paying;
        this.moving = moving;
    }

    /** Ends the file if its time is over now; false when it goes on. */
    @Transactional
    public boolean end(long id, Instant now) {
        var application = applications.get(id, Actor.SYSTEM);
        var act = application.state() == ApplicationState.REJECTED ? Act.CLOSE : Act.LAPSE;
        var move = Moves.find(application.state(), act, Party.SYSTEM);
        var timing = moving.timing(application, now);
        if (move.isEmpty() || !timing.openAt(now).contains(move.get().within())) {
            if (application.state() == ApplicationState.PAYMENT_DUE) {
                fees.holdDeadline(application, timing.paymentEnd(), now);
            }
            return false;
        }
        if (application.state() == ApplicationState.PAYMENT_DUE) {
            // Payment answers under a lock on the charge: a payment made before the bell counts, an unknown one is
            // waited for.
            var outcome = fees.end(application, now);
            if (outcome == Settlement.SETTLED) {
                paying.paid(application, now);
            }
            if (outcome != Settlement.LAPSED) {
                return false;
            }
        }
        var to = application.progress().in(move.get().to());
        moving.write(new Moved(application, act, Actor.SYSTEM, to), History.Words.NONE, now);
        return true;
    }
}

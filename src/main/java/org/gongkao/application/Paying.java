package org.gongkao.application;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.gongkao.application.Application.Moved;
import org.gongkao.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 缴费到账。Turns a settled charge into a paid application, once, however often it is told. */
@Component
class Paying {

    private static final Logger log = LoggerFactory.getLogger(Paying.class);

    private static final Set<ApplicationState> TAKEN =
            EnumSet.of(ApplicationState.PAID, ApplicationState.CANCELLED, ApplicationState.FORFEITED);

    private final Applications applications;
    private final Moving moving;

    Paying(Applications applications, Moving moving) {
        this.applications = applications;
        this.moving = moving;
    }

    @Transactional
    public void paid(String number, Instant at) {
        paid(applications.get(number, Actor.SYSTEM), at);
    }

    void paid(Application application, Instant at) {
        // A cancelled or forfeited file's charge is settled only where it had been paid before: that money is held on
        // purpose.
        if (TAKEN.contains(application.state())) {
            return;
        }
        var move = Moves.find(application.state(), Act.PAY, Party.SYSTEM);
        if (move.isEmpty()) {
            log.error(
                    "Application {} is {} and its charge is settled: the money stays with payment until finance returns it",
                    application.number(),
                    application.state());
            return;
        }
        var to = application.progress().in(move.get().to());
        moving.write(new Moved(application, Act.PAY, Actor.SYSTEM, to), History.Words.NONE, at);
    }
}

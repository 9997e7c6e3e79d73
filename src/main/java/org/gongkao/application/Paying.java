package org.gongkao.application;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
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
    private final History history;
    private final Moving moving;

    Paying(Applications applications, History history, Moving moving) {
        this.applications = applications;
        this.history = history;
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
        if (isReviewedAgain(application.state())) {
            log.info(
                    "Application {} was paid while it is reviewed again: its next approval finds the money",
                    application.number());
            return;
        }
        var move = mayBePaid(application)
                ? Moves.find(application.state(), Act.PAY, Party.SYSTEM)
                : Optional.<Moves.Move>empty();
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

    /** Only a file that had been approved has a charge: it stands here because a superior opened the decision again. */
    private static boolean isReviewedAgain(ApplicationState state) {
        return state == ApplicationState.IN_REVIEW
                || state == ApplicationState.RETURNED
                || state == ApplicationState.REJECTED
                || state == ApplicationState.OBJECTED;
    }

    /** A file that lapsed while it was to be corrected is not paid for by money that came for an approval taken back. */
    private boolean mayBePaid(Application application) {
        return application.state() != ApplicationState.LAPSED
                || history.lapsedFrom(application)
                        .filter(ApplicationState.PAYMENT_DUE::equals)
                        .isPresent();
    }
}

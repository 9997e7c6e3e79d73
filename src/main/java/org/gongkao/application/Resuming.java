package org.gongkao.application;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.Moves.Move;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 继续办理。An amendment that takes effect after a bell gives that time again: who had begun goes on where the bell found them,
 * as who had not may begin.
 */
@Component
public class Resuming {

    private final Applications applications;
    private final History history;
    private final Fees fees;
    private final Moving moving;
    private final Bars bars;
    private final FollowingUnit following;

    Resuming(Applications applications, History history, Fees fees, Moving moving, Bars bars, FollowingUnit following) {
        this.applications = applications;
        this.history = history;
        this.fees = fees;
        this.moving = moving;
        this.bars = bars;
        this.following = following;
    }

    /** Until when the file may be taken up again, where it may. */
    public Optional<Instant> until(Application file, Instant at) {
        if (bars.of(file.personId(), at).isPresent()) {
            return Optional.empty();
        }
        var timing = moving.timing(file, at);
        return move(file, at).map(move -> switch (move.to()) {
            case DRAFT -> timing.registrationEnd();
            case RETURNED -> timing.correctionEnd();
            default -> timing.paymentEnd();
        });
    }

    @Transactional
    public void resume(String number, int seenVersion, Actor worker, Instant arrived) {
        var file = applications.get(number, worker).asSeenAt(seenVersion);
        bars.requireNone(file.personId(), arrived);
        var move = move(file, arrived).orElseThrow(() -> new Refusal(ApplicationRefusal.NOT_ALLOWED_NOW));
        if (move.to() == ApplicationState.PAYMENT_DUE) {
            fees.reopen(file, moving.timing(file, arrived).paymentEnd(), arrived);
        }
        moving.write(new Moved(file, Act.RESUME, worker, file.progress().in(move.to())), History.Words.NONE, arrived);
        following.settle(file.personId(), arrived);
    }

    private Optional<Move> move(Application file, Instant at) {
        return file.state() != ApplicationState.LAPSED
                ? Optional.empty()
                : history.lapsedFrom(file)
                        .flatMap(stood -> Moves.back(file.state(), Act.RESUME, stood))
                        .filter(move -> moving.timing(file, at).openAt(at).contains(move.within()));
    }
}

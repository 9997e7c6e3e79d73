package org.gongkao.application;

import java.time.Instant;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.Timing.OwnDates;
import org.gongkao.cycle.Cycles;
import org.gongkao.payment.RefundGround;
import org.gongkao.sanction.Revoked;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 恢复申报。A revoked decision gives back what it took: the file goes on where it was taken from, with the working days of a
 * file reopened, since the year's windows went on without it. What had run out by itself before it was taken has run out all
 * the same. Told twice it finds nothing more to give back.
 */
@Component
class Reinstating {

    private final Applications applications;
    private final History history;
    private final Fees fees;
    private final Deferrals deferrals;
    private final Moving moving;
    private final Cycles cycles;
    private final FollowingUnit following;

    Reinstating(
            Applications applications,
            History history,
            Fees fees,
            Deferrals deferrals,
            Moving moving,
            Cycles cycles,
            FollowingUnit following) {
        this.applications = applications;
        this.history = history;
        this.fees = fees;
        this.deferrals = deferrals;
        this.moving = moving;
        this.cycles = cycles;
        this.following = following;
    }

    /** Of the current year: an exam year that is over is not run again. */
    @Transactional
    public void carryOut(Revoked decision, Instant at) {
        for (var file :
                applications.cancelled(decision.personId(), cycles.current(at).year())) {
            var taken = history.taken(file);
            if (decision.givesBack(file.year(), taken.at(), at)) {
                giveBack(file, taken, decision.decision(), at);
            }
        }
        following.settle(decision.personId(), at);
    }

    private void giveBack(Application file, History.Taken taken, String decision, Instant at) {
        // A fee that went back for the decision pays for nothing any more: it is asked for once more.
        boolean feeGone = fees.dropRefund(file, RefundGround.SANCTION, at) && taken.state() == ApplicationState.PAID;
        var move = Moves.back(file.state(), Act.REINSTATE, feeGone ? ApplicationState.PAYMENT_DUE : taken.state())
                .orElseThrow(() -> new Refusal(ApplicationRefusal.NOT_ALLOWED_NOW));
        var cycle = moving.cycle(file, at);
        var holder = taken.holder();
        var to = holder == null
                ? file.progress().in(move.to())
                : file.progress().before(move.to(), file.progress().tier(), holder, at);
        boolean over =
                !feeGone && Moves.endsByItself(move.to(), new Timing(cycle::window, to.own()).openAt(taken.at()));
        var until = cycle.workingDays().deadline(at, cycle.ownDateDays());
        if (!over) {
            to = to.with(madeGood(move.to(), to.own(), until));
            fees.reopen(file, new Timing(cycle::window, to.own()).paymentEnd(), at);
        }
        moving.write(new Moved(file, Act.REINSTATE, Actor.SYSTEM, to), words(decision, taken, to), at);
        if (feeGone) {
            fees.open(file, cycle, new Timing(cycle::window, to.own()).paymentEnd(), Actor.SYSTEM, at);
        }
        giveTimeForPromises(file, taken.at(), until);
    }

    /** Whose turn it was has the days of a file reopened, and what follows on it; nobody has less than before. */
    private static OwnDates madeGood(ApplicationState state, OwnDates own, Instant until) {
        return switch (state) {
            case DRAFT -> own.registration(Timing.later(until, own.registrationUntil()));
            case IN_REVIEW, RETURNED ->
                own.review(Timing.later(until, own.reviewUntil()))
                        .correction(Timing.later(until, own.correctionUntil()))
                        .payment(Timing.later(until, own.paymentUntil()));
            case PAYMENT_DUE -> own.payment(Timing.later(until, own.paymentUntil()));
            case REJECTED -> own.objection(Timing.later(until, own.objectionUntil()));
            default -> own; // paid, or before the superior: no bell rings
        };
    }

    /** 容缺: what was not due yet when the file was taken could not be handed in since. */
    private void giveTimeForPromises(Application file, Instant takenAt, Instant until) {
        for (var promise : deferrals.standing(file)) {
            if (promise.dueAt().isAfter(takenAt)) {
                deferrals.giveUntil(promise, until);
            }
        }
    }

    private static History.Words words(String decision, History.Taken taken, Progress to) {
        var before = "处理决定 " + decision + " 已撤销，恢复到 " + Shanghai.minute(taken.at()) + " 取消前的状态："
                + taken.state().label();
        return History.Words.of(to.state() == taken.state() ? before : before + "；费用已全额退回，须重新缴费");
    }
}

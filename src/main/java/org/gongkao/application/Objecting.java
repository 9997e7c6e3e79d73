package org.gongkao.application;

import java.time.Instant;
import org.gongkao.application.Application.Moved;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 申诉。Against a rejection, once, to the tier above, which upholds it for good or reopens the file. */
@Component
class Objecting {

    private final Applications applications;
    private final Reviewing reviewing;
    private final Moving moving;

    Objecting(Applications applications, Reviewing reviewing, Moving moving) {
        this.applications = applications;
        this.reviewing = reviewing;
        this.moving = moving;
    }

    @Transactional
    public void object(String number, int seenVersion, String reason, Actor worker, Instant arrived) {
        var application = applications.get(number, worker).asSeenAt(seenVersion);
        var move = application.find(
                Act.OBJECT, worker, moving.timing(application, arrived).openAt(arrived));
        requireReason(move, reason, "-");
        var progress = application.progress();
        var above = application.filed().above(progress.sentBackBy());
        var to = progress.withObjection().before(ApplicationState.OBJECTED, progress.tier(), above, arrived);
        moving.write(new Moved(application, Act.OBJECT, worker, to), History.Words.of(reason.strip()), arrived);
    }

    /** 维持: the rejection stands. */
    @Transactional
    public void uphold(String number, int seenVersion, String reason, String clause, Actor officer, Instant arrived) {
        var application = atSuperior(number, seenVersion, Act.UPHOLD, reason, clause, officer, arrived);
        var to = application.progress().in(ApplicationState.REJECTED_FINALLY);
        moving.write(
                new Moved(application, Act.UPHOLD, officer, to),
                new History.Words(reason.strip(), clause.strip(), ""),
                arrived);
    }

    /** 恢复审核: back to the tier that rejected, with dates of its own for review, correction and payment. */
    @Transactional
    public void reopen(String number, int seenVersion, String reason, String clause, Actor officer, Instant arrived) {
        var application = atSuperior(number, seenVersion, Act.REOPEN, reason, clause, officer, arrived);
        var cycle = moving.cycle(application, arrived);
        var until = cycle.workingDays().deadline(arrived, cycle.ownDateDays());
        int tier = application.progress().sentBackBy();
        Office office = application.filed().route().get(tier);
        var to = application.progress().before(ApplicationState.IN_REVIEW, tier, office, arrived);
        to = to.with(to.own().review(until).correction(until).payment(until).objection(null));
        moving.write(
                new Moved(application, Act.REOPEN, officer, to),
                new History.Words(reason.strip(), clause.strip(), ""),
                arrived);
    }

    private Application atSuperior(
            String number, int seenVersion, Act act, String reason, String clause, Actor officer, Instant arrived) {
        var application = applications.get(number, officer).asSeenAt(seenVersion);
        var move = application.find(
                act, officer, moving.timing(application, arrived).openAt(arrived));
        reviewing.requireOtherPerson(application, officer);
        requireReason(move, reason, clause);
        return application;
    }

    private static void requireReason(Moves.Move move, String reason, String clause) {
        if (reason.isBlank() || clause.isBlank()) {
            throw new Refusal(move.needs().otherwise());
        }
    }
}

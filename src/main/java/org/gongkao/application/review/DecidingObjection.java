package org.gongkao.application.review;

import java.time.Instant;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.FollowingUnit;
import org.gongkao.application.History;
import org.gongkao.application.Moving;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 申诉处理。The tier above the one that rejected upholds the rejection for good or reopens the file. */
@Component
class DecidingObjection {

    private final Applications applications;
    private final Moving moving;
    private final FollowingUnit following;

    DecidingObjection(Applications applications, Moving moving, FollowingUnit following) {
        this.applications = applications;
        this.moving = moving;
        this.following = following;
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
        following.settle(application.personId(), arrived);
    }

    private Application atSuperior(
            String number, int seenVersion, Act act, String reason, String clause, Actor officer, Instant arrived) {
        var application = applications.get(number, officer).asSeenAt(seenVersion);
        var move = application.find(
                act, officer, moving.timing(application, arrived).openAt(arrived));
        moving.requireOtherPerson(application, officer);
        if (reason.isBlank() || clause.isBlank()) {
            throw new Refusal(move.needs().otherwise());
        }
        return application;
    }
}

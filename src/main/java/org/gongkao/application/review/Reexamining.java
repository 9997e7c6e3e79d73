package org.gongkao.application.review;

import java.time.Instant;
import org.gongkao.application.Act;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Fees;
import org.gongkao.application.History;
import org.gongkao.application.Moving;
import org.gongkao.application.Timing;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重新审核。事中事后监管 (notice 三(四)): the agency above sends a decision back to the agency that made it, with reason and
 * clause. It decides nothing in its place; what was paid stays paid.
 */
@Component
class Reexamining {

    private final Applications applications;
    private final Fees fees;
    private final Moving moving;

    Reexamining(Applications applications, Fees fees, Moving moving) {
        this.applications = applications;
        this.fees = fees;
        this.moving = moving;
    }

    /** Back before the answering agency, with dates of its own for review, correction and payment. */
    @Transactional
    public void reexamine(
            String number, int seenVersion, String reason, String clause, Actor superior, Instant arrived) {
        var application = applications.get(number, superior).asSeenAt(seenVersion);
        var move = application.find(
                Act.REEXAMINE, superior, moving.timing(application, arrived).openAt(arrived));
        moving.requireOtherPerson(application, superior);
        if (reason.isBlank() || clause.isBlank()) {
            throw new Refusal(move.needs().otherwise());
        }
        var cycle = moving.cycle(application, arrived);
        var until = cycle.workingDays().deadline(arrived, cycle.ownDateDays());
        int tier = application.lastTier();
        var to = application
                .progress()
                .before(
                        ApplicationState.IN_REVIEW,
                        tier,
                        application.filed().route().get(tier),
                        arrived);
        to = to.with(to.own().review(until).correction(until).payment(until).objection(null));
        fees.extend(application, new Timing(cycle::window, to.own()).paymentEnd(), superior, arrived);
        moving.write(
                new Moved(application, Act.REEXAMINE, superior, to),
                new History.Words(reason.strip(), clause.strip(), ""),
                arrived);
    }
}

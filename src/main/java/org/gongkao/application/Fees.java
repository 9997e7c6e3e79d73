package org.gongkao.application;

import java.time.Instant;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.payment.Bill;
import org.gongkao.payment.Charges;
import org.gongkao.payment.FeeSchedule;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.Settlement;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;

/** 报名费用。The charge that belongs to a file: opened when the last tier approves, asked before anything is given up. */
@Component
public class Fees {

    private final Charges charges;
    private final Catalogue catalogue;

    Fees(Charges charges, Catalogue catalogue) {
        this.charges = charges;
        this.catalogue = catalogue;
    }

    public void open(Application application, Cycle cycle, Instant until, Actor by) {
        var level = application.level();
        var occupation = catalogue
                .find(cycle, application.occupation())
                .map(Occupation::name)
                .orElse(application.occupation());
        var bill = new Bill(
                cycle.name() + "工考，" + level.full() + occupation,
                cycle.section(FeeSchedule.class).parts(level));
        charges.open(Purpose.GRADING, application.number(), application.personId(), bill, until, by);
    }

    /** The worker gives the file up: true when nothing was paid and nothing can be paid any more. */
    public boolean giveUp(Application application, Actor by, Instant at) {
        return charges.cancel(application.number(), by, at) == Settlement.LAPSED;
    }

    /** The file is taken away by a decision: as giving up, by nobody's wish. */
    Settlement close(Application application, Instant at) {
        return charges.cancel(application.number(), Actor.SYSTEM, at);
    }

    /** The bell has rung: what payment says, under a lock on the charge. */
    Settlement end(Application application, Instant at) {
        return charges.lapse(application.number(), at);
    }

    /** An amendment may have moved the bell after the charge was opened. */
    void holdDeadline(Application application, Instant until, Instant at) {
        var charge = charges.find(application.number());
        if (!charge.deadline().equals(until)) {
            charges.postpone(application.number(), until, Actor.SYSTEM, at);
        }
    }
}

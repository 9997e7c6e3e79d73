package org.gongkao.application;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.payment.Bill;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.ChargeView;
import org.gongkao.payment.Charges;
import org.gongkao.payment.FeeSchedule;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.RefundClaims;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.Settlement;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;

/** 报名费用。The charge that belongs to a file: opened when the last tier approves, asked before anything is given up. */
@Component
public class Fees {

    private final Charges charges;
    private final Catalogue catalogue;
    private final Paying paying;
    private final RefundClaims refunds;

    Fees(Charges charges, Catalogue catalogue, Paying paying, RefundClaims refunds) {
        this.charges = charges;
        this.catalogue = catalogue;
        this.paying = paying;
        this.refunds = refunds;
    }

    /**
     * The file has passed its last tier. One that had passed it before a superior had it reviewed again has a charge already,
     * and is not charged twice: where that was paid, then or meanwhile, the file is paid at once. Such a charge is extended
     * first. Where the whole of it has gone back since, the fee is asked for again.
     */
    public void open(Application application, Cycle cycle, Instant until, Actor by, Instant at) {
        var there = standing(application);
        if (there.isEmpty()) {
            openNew(application, cycle, until, by);
        } else if (there.get().state() == ChargeState.SETTLED) {
            paying.paid(application.number(), at);
        }
    }

    /**
     * The charge, where there is one, lives until then: what is paid while the file is reviewed again is not late. Before the
     * file is written, as with every act on both: the lock on the charge then lets no payment in between.
     */
    public void extend(Application application, Instant until, Actor by, Instant at) {
        if (standing(application).isPresent()) {
            charges.postpone(application.number(), until, by, at);
        }
    }

    /** The file is given back: a charge that was ended with it can be paid until then, and one that was paid stays so. */
    void reopen(Application application, Instant until, Instant at) {
        if (standing(application).isPresent()) {
            charges.reopen(application.number(), until, Actor.SYSTEM, at);
        }
    }

    /** Paid, and the whole of it has gone back since. */
    boolean isGivenBack(Application application) {
        return charges.lookUp(application.number())
                .filter(ChargeView::isGivenBack)
                .isPresent();
    }

    /** The charge that was paid or can be. One whose whole fee has gone back is as none: it neither pays for the file nor holds it. */
    private Optional<ChargeView> standing(Application application) {
        return charges.lookUp(application.number()).filter(charge -> !charge.isGivenBack());
    }

    private void openNew(Application application, Cycle cycle, Instant until, Actor by) {
        var level = application.level();
        var occupation = catalogue
                .find(cycle, application.occupation())
                .map(Occupation::name)
                .orElse(application.occupation());
        var bill = new Bill(
                cycle.name() + "工考，" + level.full() + occupation,
                cycle.section(FeeSchedule.class).parts(level),
                application.filed().authority().code(),
                level);
        charges.open(Purpose.GRADING, application.number(), application.personId(), bill, until, by);
    }

    /** The file is given up, or taken away by a decision: whether anything was paid, or can still be. */
    public Settlement close(Application application, Actor by, Instant at) {
        return standing(application).isEmpty() ? Settlement.LAPSED : charges.cancel(application.number(), by, at);
    }

    /** A paid file was taken away: what the rule on refunds says of its fee, in a sentence; what goes back is on its way. */
    String claimRefund(Application application, RefundGround ground, Instant at) {
        return refunds.claim(application.number(), ground, Actor.SYSTEM, at);
    }

    /** The file goes on after all: what of its fee was not sent back yet stays. True where on this ground the last of it has gone. */
    boolean dropRefund(Application application, RefundGround ground, Instant at) {
        return refunds.drop(application.number(), ground, at) && isGivenBack(application);
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

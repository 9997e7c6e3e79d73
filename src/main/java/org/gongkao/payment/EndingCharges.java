package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 了结缴费单。Ends a charge without money, in the transaction of the matter it is for and under a lock on the charge: no
 * payment slips in between. What is at the channel is never ended before the channel has answered.
 */
@Component
class EndingCharges {

    private final ChargeRows charges;
    private final Audit audit;
    private final MachineClock machine;

    EndingCharges(ChargeRows charges, Audit audit, MachineClock machine) {
        this.charges = charges;
        this.audit = audit;
        this.machine = machine;
    }

    @Transactional
    public Settlement end(String purposeKey, ChargeAct act, Actor by, Instant now) {
        var charge = charges.lock(purposeKey).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        return switch (charge.state()) {
            case SETTLED -> Settlement.SETTLED;
            case LAPSED, CANCELLED -> Settlement.LAPSED;
            case DISPUTED -> Settlement.UNKNOWN;
            case UNKNOWN, PREPARED -> askFirst(charge, by, now);
            case OPEN -> {
                if (act == ChargeAct.LAPSE && !charge.isOver(now)) {
                    yield Settlement.UNKNOWN;
                }
                charges.write(charge.move(act, act.label()).orElseThrow(), null, null, by, now);
                audit.record(
                        by,
                        act.label(),
                        "charge:" + charge.number(),
                        charge.amount().toString());
                yield Settlement.LAPSED;
            }
        };
    }

    /** Written once; asked until the channel answers. */
    private Settlement askFirst(Charge charge, Actor by, Instant now) {
        if (!charge.closing()) {
            charges.write(
                    charge.move(ChargeAct.ASK, "请渠道关闭订单").orElseThrow(),
                    charge.orderNumber(),
                    machine.instant(),
                    by,
                    now);
        }
        return Settlement.UNKNOWN;
    }

    /**
     * Before somebody gives the matter up, in a transaction of its own: the refusal that follows while the channel is
     * being asked must not take the question back.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void askToClose(String purposeKey, Actor by, Instant now) {
        charges.lock(purposeKey).filter(Charge::isToBeAsked).ifPresent(charge -> askFirst(charge, by, now));
    }

    @Transactional
    public void reopen(String purposeKey, Instant deadline, Actor by, Instant now) {
        var charge = charges.lock(purposeKey).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        charge.move(ChargeAct.REOPEN, ChargeAct.REOPEN.label()).ifPresent(moved -> {
            charges.moveDeadline(charge, deadline);
            charges.write(moved, null, null, by, now);
            audit.record(by, ChargeAct.REOPEN.label(), "charge:" + charge.number(), "");
        });
    }

    @Transactional
    public void postpone(String purposeKey, Instant deadline, Actor by, Instant now) {
        var charge = charges.lock(purposeKey).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        charge.move(ChargeAct.POSTPONE, "期限变更").ifPresent(moved -> {
            charges.moveDeadline(charge, deadline);
            charges.write(
                    moved, charge.orderNumber(), charge.orderNumber() == null ? null : machine.instant(), by, now);
            audit.record(by, ChargeAct.POSTPONE.label(), "charge:" + charge.number(), "");
        });
    }
}

package org.gongkao.payment;

import java.time.Duration;
import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.payment.ChannelAnswer.Awaiting;
import org.gongkao.payment.ChannelAnswer.NoAnswer;
import org.gongkao.payment.ChannelAnswer.NotPaid;
import org.gongkao.payment.ChannelAnswer.Paid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 到账处理。Takes the channel's word about an order into the charge, under a lock on the charge. Says of each word whether it
 * fits; late, repeated and reordered ones change nothing.
 */
@Component
class Settling {

    /** After the channel said that it waits for the payer, we ask again on our own: its message may be lost. */
    private static final Duration UNTIL_ASKED = Duration.ofSeconds(15);

    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final Discrepancies discrepancies;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final MachineClock machine;

    Settling(
            ChargeRows charges,
            ChannelOrders orders,
            Discrepancies discrepancies,
            Audit audit,
            ApplicationEventPublisher events,
            MachineClock machine) {
        this.charges = charges;
        this.orders = orders;
        this.discrepancies = discrepancies;
        this.audit = audit;
        this.events = events;
        this.machine = machine;
    }

    @Transactional
    public void take(String orderNumber, ChannelAnswer answer, Instant now) {
        var sent = orders.find(orderNumber);
        if (sent.isEmpty()) {
            if (answer instanceof Paid paid) {
                discrepancies.add(Discrepancies.Kind.NO_ORDER, null, paid, now);
            }
            return;
        }
        var charge = charges.lock(sent.get().charge()).orElseThrow();
        switch (answer) {
            case Paid paid -> takeMoney(charge, sent.get(), paid, now);
            case Awaiting awaiting -> awaitPayer(charge, orderNumber, now);
            case NotPaid notPaid -> end(charge, orderNumber, notPaid.why(), now);
            case NoAnswer noAnswer -> {}
        }
    }

    private void awaitPayer(Charge charge, String order, Instant now) {
        if (isCurrent(charge, order) && charge.state() != ChargeState.PREPARED) {
            charge.move(ChargeAct.AWAIT, "渠道等待支付")
                    .ifPresent(moved ->
                            charges.write(moved, order, machine.instant().plus(UNTIL_ASKED), Actor.SYSTEM, now));
        }
    }

    private void end(Charge charge, String order, String why, Instant now) {
        if (isCurrent(charge, order)) {
            charge.move(ChargeAct.FAIL, why).ifPresent(moved -> charges.write(moved, null, null, Actor.SYSTEM, now));
        }
    }

    /** A word about an order that the charge has left behind is of no effect, unless it is about money. */
    private static boolean isCurrent(Charge charge, String order) {
        return order.equals(charge.orderNumber());
    }

    private void takeMoney(Charge charge, ChannelOrders.Sent sent, Paid paid, Instant now) {
        if (orders.isSettledBy(charge, paid.transaction())) {
            return;
        }
        if (!paid.amount().equals(sent.amount())) {
            differ(Discrepancies.Kind.AMOUNT, ChargeAct.DIFFER, charge, paid, now);
        } else if (!paid.payer().equals(sent.payer())) {
            differ(Discrepancies.Kind.PAYER, ChargeAct.DIFFER, charge, paid, now);
        } else if (!paid.paidAt().isBefore(charge.deadline())) {
            differ(Discrepancies.Kind.LATE, ChargeAct.COME_LATE, charge, paid, now);
        } else if (ChargeMoves.allows(charge.state(), ChargeAct.PAY)) {
            settle(charge, paid, now);
        } else {
            var kind =
                    charge.state() == ChargeState.SETTLED ? Discrepancies.Kind.DOUBLE : Discrepancies.Kind.UNEXPECTED;
            discrepancies.add(kind, charge, paid, now);
        }
    }

    private void settle(Charge charge, Paid paid, Instant now) {
        var moved = charge.move(ChargeAct.PAY, "订单 " + paid.orderNumber()).orElseThrow();
        charges.write(moved, paid.orderNumber(), null, Actor.SYSTEM, now);
        orders.settle(charge, paid, now);
        audit.record(
                Actor.SYSTEM,
                "缴费到账",
                "charge:" + charge.number(),
                charge.amount().toString());
        events.publishEvent(new ChargePaid(charge.id(), charge.purposeKey()));
    }

    private void differ(Discrepancies.Kind kind, ChargeAct act, Charge charge, Paid paid, Instant now) {
        discrepancies.add(kind, charge, paid, now);
        charge.move(act, kind.label()).ifPresent(moved -> {
            charges.write(moved, null, null, Actor.SYSTEM, now);
            audit.record(Actor.SYSTEM, "缴费差异", "charge:" + charge.number(), kind.label());
        });
    }
}

package org.gongkao.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkao.audit.Audit;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 发往渠道。Writes down that an order goes to the channel before it goes: whatever happens then, it will be asked about. */
@Component
class SendingOrders {

    /** Longer than a call to the channel may take, so that we never ask about an order that is still on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final Channels channels;
    private final Audit audit;
    private final MachineClock machine;
    private final List<PayingCondition> conditions;

    SendingOrders(
            ChargeRows charges,
            ChannelOrders orders,
            Channels channels,
            Audit audit,
            MachineClock machine,
            ObjectProvider<PayingCondition> conditions) {
        this.charges = charges;
        this.orders = orders;
        this.channels = channels;
        this.audit = audit;
        this.machine = machine;
        this.conditions = conditions.orderedStream().toList();
    }

    /** The orders that wait at a channel for these charges and are not the one that would be sent now: marked, to be closed there. */
    @Transactional
    public Set<String> leave(Payment payment, Visit visit, Actor payer, Instant arrived) {
        var left = new LinkedHashSet<String>();
        var locked = charges.lock(payment.charges());
        for (var charge : locked) {
            var order = charge.orderNumber();
            if (order != null && charge.state().isAtTheChannel()) {
                requireOwn(order, charge, payment);
            }
            if (charge.state() == ChargeState.PREPARED && order != null && !isSame(order, payment, visit, locked)) {
                left.add(order);
            }
        }
        left.forEach(order -> mark(order, visit.channel().label(), payer, arrived));
        return left;
    }

    /**
     * A person does not end the order by which a unit pays, nor a unit that of a person, nor one clerk that of another: one of
     * two payments for a charge goes to a channel, never both.
     */
    private void requireOwn(String order, Charge charge, Payment payment) {
        if (!order.startsWith(payment.key() + "_")) {
            boolean alone = orders.find(order)
                    .filter(sent -> sent.payer().equals(charge.payer().mark()))
                    .isPresent();
            throw new Refusal(alone ? PaymentRefusal.OWN_ORDER : PaymentRefusal.OTHERS_ORDER);
        }
    }

    /** The payer gives up an order for which nothing has come: marked, to be closed at the channel. */
    @Transactional
    public void giveUp(String order, Actor payer, Instant arrived) {
        if (mark(order, "放弃缴费", payer, arrived).stream().anyMatch(charge -> charge.state() == ChargeState.SETTLED)) {
            throw new Refusal(PaymentRefusal.PAID_ALREADY);
        }
    }

    private List<Charge> mark(String order, String why, Actor payer, Instant arrived) {
        var together = charges.lock(
                orders.shares(order).stream().map(ChannelOrders.Share::charge).toList());
        for (var charge : together) {
            if (order.equals(charge.orderNumber())) {
                charge.move(ChargeAct.CHANGE, why)
                        .ifPresent(moved ->
                                charges.write(moved, order, machine.instant().plus(ON_ITS_WAY), payer, arrived));
            }
        }
        return together;
    }

    @Transactional
    public ChannelOrder send(Payment payment, Visit visit, Actor payer, Instant arrived) {
        var locked = charges.lock(payment.charges());
        if (locked.size() != payment.charges().size() || locked.isEmpty()) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var sent = locked.stream().map(charge -> sent(charge, visit, arrived)).toList();
        var current = locked.getFirst().orderNumber();
        var number = current == null ? orders.nextNumber(payment.key()) : current;
        var order = order(number, payment, visit, locked);
        if (current == null) {
            orders.add(payment.key(), order, visit.channel(), locked, payer, arrived);
        } else if (!isSame(current, payment, visit, locked)) {
            throw new Refusal(PaymentRefusal.OTHER_REQUEST);
        }
        for (var moved : sent) {
            charges.write(moved, number, machine.instant().plus(ON_ITS_WAY), payer, arrived);
            audit.record(
                    payer,
                    "前往缴费",
                    "charge:" + moved.from().number(),
                    visit.channel().label());
        }
        return order;
    }

    private Charge.Moved sent(Charge charge, Visit visit, Instant arrived) {
        if (charge.state() == ChargeState.UNKNOWN) {
            throw new Refusal(PaymentRefusal.BEING_CONFIRMED);
        }
        var moved = charge.move(ChargeAct.SEND, visit.channel().label())
                .orElseThrow(() -> new Refusal(PaymentRefusal.NOT_PAYABLE_NOW));
        if (charge.isOver(arrived)) {
            throw new Refusal(PaymentRefusal.OVER, Shanghai.deadline(charge.deadline()));
        }
        conditions.forEach(one -> one.require(charge.purpose(), charge.purposeKey(), charge.payer(), arrived));
        return moved;
    }

    /** The same number may only ever mean the same request. */
    private boolean isSame(String order, Payment payment, Visit visit, List<Charge> locked) {
        return orders.find(order)
                .map(sent -> sent.request()
                        .equals(order(order, payment, visit, locked).request(visit.channel())))
                .orElse(false);
    }

    private ChannelOrder order(String number, Payment payment, Visit visit, List<Charge> locked) {
        var ourAddress = channels.ourAddress(visit.here());
        return new ChannelOrder(
                number,
                payment.payer(),
                locked.stream().map(Charge::amount).reduce(Money.ZERO, Money::plus),
                payment.title(),
                locked.stream().map(Charge::deadline).min(Instant::compareTo).orElseThrow(),
                visit.device(),
                visit.address(),
                ourAddress.resolve(visit.back()),
                channels.notifyUrl(visit.channel()));
    }
}

package org.gongkao.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 处理差异。Finance has looked at money that does not fit. When nothing is left to look at, the charge can be paid or lapse again. */
@Component
public class DecidingDiscrepancies {

    private static final int LONGEST_NOTE = 500;

    private final Discrepancies discrepancies;
    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final List<BesideDiscrepancy> refunds;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    DecidingDiscrepancies(
            Discrepancies discrepancies,
            ChargeRows charges,
            ChannelOrders orders,
            ObjectProvider<BesideDiscrepancy> refunds,
            Audit audit,
            ApplicationEventPublisher events) {
        this.discrepancies = discrepancies;
        this.charges = charges;
        this.orders = orders;
        this.refunds = refunds.orderedStream().toList();
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void decide(long id, String note, Actor officer, Instant arrived) {
        var said = note.strip();
        if (said.isEmpty() || said.length() > LONGEST_NOTE) {
            throw new Refusal(PaymentRefusal.NOTE_MISSING);
        }
        var found = lock(id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (found.decidedAt() != null) {
            throw new Refusal(PaymentRefusal.DECIDED_ALREADY);
        }
        if (isGoingBack(id)) {
            throw new Refusal(PaymentRefusal.GOING_BACK);
        }
        decide(found, said, officer, arrived);
    }

    /** 已退回。The money has gone back to where it came from: what did not fit is no longer here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refunded(long id, String refundNumber, Instant now) {
        lock(id).filter(found -> found.decidedAt() == null)
                .ifPresent(found -> decide(found, "已原路退回，退费单号 " + refundNumber, Actor.SYSTEM, now));
    }

    /** In the order of {@link Settling}, which may be at the same money: first the charges, then what is in doubt. */
    private Optional<Discrepancies.Discrepancy> lock(long id) {
        discrepancies.order(id).ifPresent(this::charges);
        return discrepancies.lock(id);
    }

    private List<Charge> charges(String order) {
        return charges.lock(
                orders.shares(order).stream().map(ChannelOrders.Share::charge).toList());
    }

    private boolean isGoingBack(long id) {
        return refunds.stream()
                .flatMap(one -> one.of(List.of(id)).values().stream())
                .anyMatch(BesideDiscrepancy.Refunding::underway);
    }

    private void decide(Discrepancies.Discrepancy found, String said, Actor by, Instant now) {
        discrepancies.decide(found.id(), by, said, now);
        if (!discrepancies.anyOpen(found.orderNumber())) {
            release(found, by, now);
        }
        audit.record(by, "处理缴费差异", "discrepancy:" + found.id(), found.kind().label());
    }

    private void release(Discrepancies.Discrepancy found, Actor officer, Instant arrived) {
        var released = charges(found.orderNumber()).stream()
                .flatMap(charge -> charge.move(ChargeAct.RELEASE, "差异已处理").stream())
                .toList();
        released.forEach(moved -> charges.write(moved, null, null, officer, arrived));
        if (!released.isEmpty()) {
            events.publishEvent(new MoneyReleased(found.id()));
        }
    }
}

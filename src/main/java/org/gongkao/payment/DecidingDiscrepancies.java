package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 处理差异。Finance has looked at money that does not fit. When nothing is left to look at, the charge can be paid or lapse again. */
@Component
class DecidingDiscrepancies {

    private static final int LONGEST_NOTE = 500;

    private final Discrepancies discrepancies;
    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final Audit audit;

    DecidingDiscrepancies(Discrepancies discrepancies, ChargeRows charges, ChannelOrders orders, Audit audit) {
        this.discrepancies = discrepancies;
        this.charges = charges;
        this.orders = orders;
        this.audit = audit;
    }

    @Transactional
    public void decide(long id, String note, Actor officer, Instant arrived) {
        var said = note.strip();
        if (said.isEmpty() || said.length() > LONGEST_NOTE) {
            throw new Refusal(PaymentRefusal.NOTE_MISSING);
        }
        var found = discrepancies.lock(id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (found.decidedAt() != null) {
            throw new Refusal(PaymentRefusal.DECIDED_ALREADY);
        }
        discrepancies.decide(id, officer, said, arrived);
        if (!discrepancies.anyOpen(found.orderNumber())) {
            release(found.orderNumber(), officer, arrived);
        }
        audit.record(officer, "处理缴费差异", "discrepancy:" + id, found.kind().label());
    }

    private void release(String order, Actor officer, Instant arrived) {
        var together =
                orders.shares(order).stream().map(ChannelOrders.Share::charge).toList();
        for (var charge : charges.lock(together)) {
            charge.move(ChargeAct.RELEASE, "差异已处理")
                    .ifPresent(moved -> charges.write(moved, null, null, officer, arrived));
        }
    }
}

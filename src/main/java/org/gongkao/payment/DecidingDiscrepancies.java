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
    private final Audit audit;

    DecidingDiscrepancies(Discrepancies discrepancies, ChargeRows charges, Audit audit) {
        this.discrepancies = discrepancies;
        this.charges = charges;
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
        var charge = found.charge();
        if (charge != null && !discrepancies.anyOpen(charge)) {
            charges.lock(charge)
                    .flatMap(there -> there.move(ChargeAct.RELEASE, "差异已处理"))
                    .ifPresent(moved -> charges.write(moved, null, null, officer, arrived));
        }
        audit.record(officer, "处理缴费差异", "discrepancy:" + id, found.kind().label());
    }
}

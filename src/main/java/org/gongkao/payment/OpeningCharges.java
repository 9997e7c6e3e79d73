package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 开立缴费单。Makes a purpose's charge, or finds the one that is there; another one only where the whole of that has gone back. */
@Component
class OpeningCharges {

    private static final Money HIGHEST = Money.yuan(10_000);
    private static final Money HIGHEST_OF_A_UNIT = new Money(999_999_999);

    private final ChargeRows charges;
    private final Audit audit;

    OpeningCharges(ChargeRows charges, Audit audit) {
        this.charges = charges;
        this.audit = audit;
    }

    @Transactional
    public long open(
            Purpose purpose, String purposeKey, Payer payer, Bill bill, Instant deadline, Actor by, Instant now) {
        if (purpose == Purpose.PANEL || (purpose == Purpose.TEXTBOOK) != payer instanceof Payer.Unit) {
            throw new IllegalArgumentException(purpose + " is not asked of " + payer);
        }
        var total = bill.total();
        var highest = payer instanceof Payer.Unit ? HIGHEST_OF_A_UNIT : HIGHEST;
        if (total.compareTo(Money.ZERO) <= 0 || total.compareTo(highest) > 0) {
            throw new Refusal(PaymentRefusal.NOT_POSITIVE, highest.toString().substring(1));
        }
        charges.replace(purposeKey, now);
        var added = charges.add(purpose, purposeKey, payer, bill, deadline, now);
        if (added.isPresent()) {
            audit.record(by, "开立缴费单", purposeKey, total.toString());
            return added.get();
        }
        var there = charges.find(purposeKey).orElseThrow();
        if (!there.payer().equals(payer)
                || there.purpose() != purpose
                || !there.amount().equals(total)) {
            throw new Refusal(PaymentRefusal.OTHER_CHARGE);
        }
        return there.id();
    }
}

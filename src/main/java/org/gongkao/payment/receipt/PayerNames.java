package org.gongkao.payment.receipt;

import java.time.Instant;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.payment.Payer;
import org.gongkao.payment.receipt.PaidCharges.Paid;
import org.gongkao.payment.receipt.ReceiptRules.Collective;
import org.gongkao.person.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose name a receipt stands: the person's real name as registered now, or the unit's; the latter paid for its own, or for its people. */
@Component
class PayerNames {

    /** 票据付款人。The name on the receipt, and the unit where it is one. */
    record Named(String name, @Nullable String unit) {}

    private final Persons persons;
    private final Organisation organisation;
    private final Cycles cycles;

    PayerNames(Persons persons, Organisation organisation, Cycles cycles) {
        this.persons = persons;
        this.organisation = organisation;
        this.cycles = cycles;
    }

    Named of(Paid paid, Instant now) {
        if (paid.unit() != null) {
            return unit(paid.unit());
        }
        boolean collective = paid.paidBy().startsWith(Payer.UNIT_MARK);
        if (collective && rules(now).collective() == Collective.UNIT) {
            return unit(paid.paidBy().substring(Payer.UNIT_MARK.length()));
        }
        var person = paid.person();
        if (person == null) {
            throw new IllegalStateException("A charge of nobody: " + paid.number());
        }
        return new Named(persons.name(person), null);
    }

    /** The rule of the year that is current; without a year, as a year without the rule. */
    private ReceiptRules rules(Instant now) {
        return cycles.find(now).map(ReceiptRules::of).orElseGet(() -> new ReceiptRules(Collective.PERSON));
    }

    private Named unit(String code) {
        return new Named(organisation.unit(code).name(), code);
    }
}

package org.gongkao.notification;

import java.util.Map;
import org.gongkao.payment.ChargePaid;
import org.gongkao.payment.Charges;
import org.gongkao.payment.Payer;
import org.gongkao.payment.UnclearMoney;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Office;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the person whose fee the unit has paid; who paid alone knows, and that the file is paid is told as an act on it. Tells
 * who paid that the money does not fit.
 */
@Component
class TellingPayments {

    private final Facts facts;
    private final Messages messages;
    private final Charges charges;
    private final BusinessClock clock;

    TellingPayments(Facts facts, Messages messages, Charges charges, BusinessClock clock) {
        this.facts = facts;
        this.messages = messages;
        this.charges = charges;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = "#event.byOther()")
    void on(ChargePaid event) {
        facts.paidByUnit(event.chargeId())
                .ifPresent(paid -> messages.give(new Told(
                        "paid-by-unit:" + event.chargeId(),
                        Told.to(paid.personId()),
                        Template.PAID_BY_UNIT,
                        Map.of("number", paid.number()),
                        "/application",
                        clock.instant())));
    }

    /** Once for each money that comes; not at all where the channel has taken its word back meanwhile. */
    @ApplicationModuleListener
    void on(UnclearMoney event) {
        charges.mispaid(event)
                .ifPresent(order -> messages.give(new Told(
                        "unclear-money:" + event.discrepancyId(),
                        recipient(order.payer()),
                        Template.PAYMENT_DIFFERS,
                        Map.of(
                                "number", order.number(),
                                "due", order.due().toString(),
                                "amount", order.came().toString(),
                                "what", order.what()),
                        order.path(),
                        clock.instant())));
    }

    private static String recipient(Payer payer) {
        return switch (payer) {
            case Payer.Person person -> Told.to(person.id());
            case Payer.Unit unit -> Told.to(Office.unit(unit.code()));
        };
    }
}

package org.gongkao.notification;

import java.util.Map;
import org.gongkao.payment.ChargePaid;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the person whose fee the unit has paid; who paid alone knows, and that the file is paid is told as an act on it. */
@Component
class TellingPayments {

    private final Facts facts;
    private final Messages messages;
    private final BusinessClock clock;

    TellingPayments(Facts facts, Messages messages, BusinessClock clock) {
        this.facts = facts;
        this.messages = messages;
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
}

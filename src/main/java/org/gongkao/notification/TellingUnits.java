package org.gongkao.notification;

import java.util.Map;
import org.gongkao.organisation.UnitChangeDecided;
import org.gongkao.organisation.UnitChangeRequested;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Office;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the agency that a unit asks for a change of its entry, and the unit what came of it. */
@Component
class TellingUnits {

    private final Messages messages;
    private final BusinessClock clock;

    TellingUnits(Messages messages, BusinessClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(UnitChangeRequested event) {
        messages.give(new Told(
                "unit-change-requested:" + event.changeId(),
                Told.to(Office.agency(event.agencyCode())),
                Template.UNIT_CHANGE_ASKED,
                Map.of(),
                "/administration/units/changes",
                clock.instant()));
    }

    @ApplicationModuleListener
    void on(UnitChangeDecided event) {
        messages.give(new Told(
                "unit-change-decided:" + event.changeId(),
                Told.to(Office.unit(event.unitCode())),
                event.approved() ? Template.UNIT_CHANGE_MADE : Template.UNIT_CHANGE_REFUSED,
                Map.of("number", event.number()),
                "/units/changes/" + event.number(),
                clock.instant()));
    }
}

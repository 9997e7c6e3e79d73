package org.gongkao.notification;

import java.util.Map;
import org.gongkao.application.RosterFrozen;
import org.gongkao.application.RosterLineReported;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Office;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the agency what a unit did with its roster. What the agency corrects is an act on the file, and told as one. */
@Component
class TellingRosters {

    private final Facts facts;
    private final Messages messages;
    private final BusinessClock clock;

    TellingRosters(Facts facts, Messages messages, BusinessClock clock) {
        this.facts = facts;
        this.messages = messages;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(RosterFrozen event) {
        give(
                "roster:" + event.unitCode() + ":" + event.year() + ":" + event.version(),
                event.office(),
                Template.ROSTER_FROZEN,
                event.unitCode(),
                Map.of("unit", unit(event.unitCode()), "version", Integer.toString(event.version())));
    }

    @ApplicationModuleListener
    void on(RosterLineReported event) {
        give(
                "roster-check:" + event.checkId(),
                event.office(),
                Template.ROSTER_LINE_WRONG,
                event.unitCode(),
                Map.of("unit", unit(event.unitCode())));
    }

    private String unit(String code) {
        return facts.officeName(Office.unit(code).toString());
    }

    private void give(String occasion, String office, Template template, String unitCode, Map<String, String> values) {
        messages.give(new Told(occasion, office, template, values, "/rosters/" + unitCode, clock.instant()));
    }
}

package org.gongkao.notification;

import java.util.Map;
import org.gongkao.application.AssistanceReady;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Asks the worker to confirm what the unit has filled in. */
@Component
class TellingAssistance {

    private final Facts facts;
    private final Messages messages;

    TellingAssistance(Facts facts, Messages messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(AssistanceReady event) {
        var assisted = facts.assisted(event.assistanceId());
        messages.give(new Told(
                "assistance:" + event.assistanceId() + ":" + event.at().toEpochMilli(),
                Told.to(assisted.personId()),
                Template.ASSISTED,
                Map.of("office", facts.officeName(assisted.office()), "number", assisted.number()),
                "/application",
                event.at()));
    }
}

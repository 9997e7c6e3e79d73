package org.gongkao.notification;

import java.util.Map;
import org.gongkao.application.VisitAct;
import org.gongkao.application.VisitActed;
import org.gongkao.notification.Facts.Visited;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the worker, and the unit that brings the originals, of each step of the check on site. */
@Component
class TellingVisits {

    private final Facts facts;
    private final Messages messages;

    TellingVisits(Facts facts, Messages messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(VisitActed event) {
        var visited = facts.visited(event.actId());
        switch (VisitAct.valueOf(visited.act())) {
            case BOOK -> give(event, visited, Template.VISIT_BOOKED);
            case CHANGE -> give(event, visited, Template.VISIT_CHANGED);
            case CANCEL, CALL_OFF, RELEASE -> give(event, visited, Template.VISIT_CANCELLED);
            case RECEIVE -> give(event, visited, Template.ORIGINALS_TAKEN);
            case RETURN -> give(event, visited, Template.ORIGINALS_RETURNED);
            case COMPARE -> {} // a finding like any other: told with the decision on the file
        }
    }

    private void give(VisitActed event, Visited visited, Template template) {
        var due = visited.dueAt();
        var values = Map.of(
                "number", visited.number(),
                "when", Shanghai.minute(visited.startsAt()),
                "from", facts.officeName(visited.agency()),
                "receipt", visited.receipt() == null ? "" : visited.receipt(),
                "until", due == null ? "" : Shanghai.deadline(due));
        var occasion = "visit-act:" + event.actId();
        messages.give(
                new Told(occasion, Told.to(visited.personId()), template, values, VisitReminders.WORKER, visited.at()));
        messages.give(new Told(
                occasion,
                Told.to(Office.unit(visited.unitCode())),
                template,
                values,
                VisitReminders.UNIT,
                visited.at()));
    }
}

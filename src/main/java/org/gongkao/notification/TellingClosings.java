package org.gongkao.notification;

import java.util.Map;
import org.gongkao.application.ClosingMoved;
import org.gongkao.shared.Office;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the agency above what was reported to it, and the reporting one what became of its report; the reason stands on the page. */
@Component
class TellingClosings {

    private final Facts facts;
    private final Messages messages;

    TellingClosings(Facts facts, Messages messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(ClosingMoved event) {
        var moved = facts.reported(event.actId());
        var reporter = Office.agency(moved.agencyCode());
        var superior = Office.agency(moved.superiorCode());
        switch (moved.act()) {
            case "CLOSE" -> give(event, moved, superior, Template.CLOSING_REPORTED, reporter);
            case "STAMP" -> give(event, moved, superior, Template.CLOSING_STAMPED, reporter);
            case "ACCEPT" -> give(event, moved, reporter, Template.CLOSING_ACCEPTED, superior);
            case "SEND_BACK" -> give(event, moved, reporter, Template.CLOSING_SENT_BACK, superior);
            case "REOPEN" -> give(event, moved, reporter, Template.CLOSING_REOPENED, superior);
            default -> throw new IllegalStateException("Nobody is told of " + moved.act());
        }
    }

    private void give(ClosingMoved event, Facts.Reported moved, Office to, Template template, Office from) {
        messages.give(new Told(
                "closing-act:" + event.actId(),
                Told.to(to),
                template,
                Map.of("from", facts.officeName(from.toString()), "version", Integer.toString(moved.version())),
                "/closings/" + moved.agencyCode(),
                moved.at()));
    }
}

package org.gongkao.notification;

import java.util.Map;
import org.gongkao.application.PaperMoved;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the person that an office has the file on paper, or has given it back; what goes between offices is on the page. */
@Component
class TellingPapers {

    private final Facts facts;
    private final Messages messages;

    TellingPapers(Facts facts, Messages messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(PaperMoved event) {
        var moved = facts.papered(event.actId());
        switch (moved.act()) {
            case "RECEIVE" -> give(event, moved, Template.PAPER_RECEIVED);
            case "GIVE_BACK" -> give(event, moved, Template.PAPER_GIVEN_BACK);
            default -> {} // forwarded or taken back: the next office's list shows it
        }
    }

    private void give(PaperMoved event, Facts.Papered moved, Template template) {
        var values = Map.of(
                "number", moved.number(),
                "from", facts.officeName(moved.office()),
                "receipt", moved.receipt() == null ? "" : moved.receipt());
        messages.give(new Told(
                "paper-act:" + event.actId(),
                Told.to(moved.personId()),
                template,
                values,
                "/application/paper",
                moved.at()));
    }
}

package org.gongkao.notification;

import java.time.Instant;
import java.util.Map;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Office;
import org.gongkao.textbook.TextbookGiven;
import org.gongkao.textbook.TextbooksHandedOut;
import org.gongkao.textbook.TextbooksPaid;
import org.gongkao.textbook.TextbooksUnpaid;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the agency whose books are paid for, the unit what comes to it or lapsed, and the worker that the book is theirs. */
@Component
class TellingTextbooks {

    private final Facts facts;
    private final Messages messages;
    private final BusinessClock clock;

    TellingTextbooks(Facts facts, Messages messages, BusinessClock clock) {
        this.facts = facts;
        this.messages = messages;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(TextbooksPaid event) {
        give(
                "textbooks-paid:" + sheet(event.unitCode(), event.year(), event.version()),
                Told.to(Office.agency(event.agencyCode())),
                Template.TEXTBOOKS_PAID,
                Map.of("unit", name(Office.unit(event.unitCode())), "version", Integer.toString(event.version())),
                "/textbook-orders/units/" + event.unitCode(),
                clock.instant());
    }

    @ApplicationModuleListener
    void on(TextbooksUnpaid event) {
        give(
                "textbooks-unpaid:" + sheet(event.unitCode(), event.year(), event.version()),
                Told.to(Office.unit(event.unitCode())),
                Template.TEXTBOOKS_UNPAID,
                Map.of("version", Integer.toString(event.version())),
                "/textbooks",
                clock.instant());
    }

    @ApplicationModuleListener
    void on(TextbooksHandedOut event) {
        give(
                "textbooks-handed-out:" + event.number() + ":" + event.takenBack(),
                Told.to(Office.unit(event.unitCode())),
                event.takenBack() ? Template.TEXTBOOKS_TAKEN_BACK : Template.TEXTBOOKS_HANDED_OUT,
                Map.of("from", name(Office.agency(event.agencyCode())), "number", event.number()),
                "/textbooks/copies",
                clock.instant());
    }

    @ApplicationModuleListener
    void on(TextbookGiven event) {
        var given = facts.given(event.givingId());
        give(
                "textbook-given:" + event.givingId(),
                Told.to(given.personId()),
                Template.TEXTBOOK_GIVEN,
                Map.of("number", given.number()),
                "/textbooks",
                given.at());
    }

    private static String sheet(String unit, int year, int version) {
        return unit + ":" + year + ":" + version;
    }

    private String name(Office office) {
        return facts.officeName(office.toString());
    }

    private void give(
            String occasion, String to, Template template, Map<String, String> values, String link, Instant at) {
        messages.give(new Told(occasion, to, template, values, link, at));
    }
}

package org.gongkao.notification;

import java.time.Instant;
import java.util.Map;
import org.gongkao.notification.Facts.Sanctioned;
import org.gongkao.sanction.SanctionAct;
import org.gongkao.sanction.SanctionMoved;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the person what is alleged and decided, and the offices what waits for them; what is only proposed is not told outside. */
@Component
class TellingSanctions {

    private final Facts facts;
    private final Messages messages;

    TellingSanctions(Facts facts, Messages messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(SanctionMoved event) {
        var moved = facts.sanctioned(event.actId());
        switch (SanctionAct.valueOf(moved.act())) {
            case TELL -> person(event, moved, Template.SANCTION_TOLD, moved.answerUntil());
            case IMPOSE -> person(event, moved, Template.SANCTION_IMPOSED, moved.barredUntil());
            case CLOSE -> person(event, moved, Template.SANCTION_CLOSED, null);
            case CORRECT -> person(event, moved, Template.SANCTION_CORRECTED, moved.barredUntil());
            case REVOKE -> person(event, moved, Template.SANCTION_REVOKED, null);
            case ANSWER -> office(event, moved, moved.agencyCode(), Template.SANCTION_ANSWERED);
            case PROPOSE_SANCTION, PROPOSE_NO_ACTION, PROPOSE_CORRECTION, PROPOSE_REVOCATION -> {
                office(event, moved, moved.agencyCode(), Template.SANCTION_PROPOSED);
                if (moved.superiorCode() != null) {
                    office(event, moved, moved.superiorCode(), Template.SANCTION_PROPOSED);
                }
            }
            case OPEN, DROP, SEND_BACK -> {} // within the office, and before anybody outside knew
        }
    }

    private void person(SanctionMoved event, Sanctioned moved, Template template, @Nullable Instant until) {
        give(event, moved, Told.to(moved.personId()), template, until, "/hearing/" + moved.number());
    }

    private void office(SanctionMoved event, Sanctioned moved, String agency, Template template) {
        give(event, moved, Told.to(Office.agency(agency)), template, null, "/sanctions/" + moved.number());
    }

    private void give(
            SanctionMoved event,
            Sanctioned moved,
            String recipient,
            Template template,
            @Nullable Instant until,
            String link) {
        var values = Map.of(
                "number", moved.number(),
                "from", facts.officeName(Office.agency(moved.agencyCode()).toString()),
                "until", until == null ? "" : Shanghai.deadline(until));
        messages.give(new Told("sanction-act:" + event.actId(), recipient, template, values, link, moved.at()));
    }
}

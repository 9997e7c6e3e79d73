package org.gongkao.notification;

import java.util.Map;
import org.gongkao.application.DeferralMoved;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the agency of what was handed in later, and worker and unit of what came of it. */
@Component
class TellingDeferrals {

    private final Facts facts;
    private final Messages messages;

    TellingDeferrals(Facts facts, Messages messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(DeferralMoved event) {
        var promise = facts.promised(event.deferralId());
        var worker = Told.to(promise.personId());
        var unit = Office.unit(promise.unitCode()).toString();
        switch (event.to()) {
            case HANDED_IN -> {
                give(event, promise, worker, Template.PROMISE_HANDED_IN);
                give(event, promise, promise.authority(), Template.PROMISE_TO_JUDGE);
            }
            case KEPT -> {
                give(event, promise, worker, Template.PROMISE_KEPT);
                give(event, promise, unit, Template.UNIT_PROMISE_KEPT);
            }
            case OPEN -> {
                give(event, promise, worker, Template.PROMISE_SENT_BACK);
                give(event, promise, unit, Template.UNIT_PROMISE_SENT_BACK);
            }
            case BROKEN, WITHDRAWN -> {} // told as an act on the file, or nobody's but the worker's own
        }
    }

    private void give(DeferralMoved event, Facts.Promised promise, String recipient, Template template) {
        messages.give(new Told(
                "promise:" + event.deferralId() + ":" + event.to() + ":"
                        + event.at().toEpochMilli(),
                recipient,
                template,
                Map.of(
                        "number", promise.number(),
                        "office", facts.officeName(promise.authority()),
                        "until", Shanghai.deadline(promise.dueAt())),
                "/deferrals/" + promise.number(),
                event.at()));
    }
}

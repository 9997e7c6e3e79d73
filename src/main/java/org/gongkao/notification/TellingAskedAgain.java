package org.gongkao.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.payment.AskedAgain;
import org.gongkao.payment.AskedAgain.Asked;
import org.gongkao.payment.CollectiveGivenUp;
import org.gongkao.payment.MoneyReleased;
import org.gongkao.payment.Payer;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who were told or shown to wait that it is their turn to pay after all: finance has decided, or the unit gave up. */
@Component
class TellingAskedAgain {

    private final AskedAgain askedAgain;
    private final Facts facts;
    private final Messages messages;
    private final BusinessClock clock;

    TellingAskedAgain(AskedAgain askedAgain, Facts facts, Messages messages, BusinessClock clock) {
        this.askedAgain = askedAgain;
        this.facts = facts;
        this.messages = messages;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(MoneyReleased event) {
        var now = clock.instant();
        var occasion = "money-released:" + event.discrepancyId();
        var asked = due(askedAgain.of(event, now));
        tell(occasion, asked, Template.PAYMENT_ASKED_AGAIN, now);
        if (!asked.isEmpty()) {
            askedAgain
                    .together(event)
                    .ifPresent(order -> messages.give(new Told(
                            occasion,
                            Told.to(Office.unit(order.unitCode())),
                            Template.TOGETHER_RELEASED,
                            Map.of(
                                    "number", order.number(),
                                    "count", Integer.toString(asked.size()),
                                    "until",
                                            Shanghai.deadline(asked.stream()
                                                    .map(Asked::deadline)
                                                    .min(Instant::compareTo)
                                                    .orElse(now))),
                            "/collective-payments",
                            now)));
        }
    }

    /** Before the channel has answered nobody can pay yet: then this is told again, and who was told is not told twice. */
    @ApplicationModuleListener
    void on(CollectiveGivenUp event) {
        var now = clock.instant();
        tell("collective-ended:" + event.collectiveId(), due(askedAgain.of(event, now)), Template.UNIT_GAVE_UP, now);
    }

    private List<Asked> due(List<Asked> asked) {
        return asked.stream().filter(one -> facts.isDue(one.purposeKey())).toList();
    }

    private void tell(String occasion, List<Asked> asked, Template template, Instant now) {
        for (var one : asked) {
            messages.give(new Told(
                    occasion,
                    switch (one.payer()) {
                        case Payer.Person person -> Told.to(person.id());
                        case Payer.Unit unit -> Told.to(Office.unit(unit.code()));
                    },
                    template,
                    Map.of(
                            "number", one.number(),
                            "until", Shanghai.deadline(one.deadline()),
                            "amount", one.amount().toString()),
                    one.path(),
                    now));
        }
    }
}

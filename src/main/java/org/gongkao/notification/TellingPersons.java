package org.gongkao.notification;

import java.util.Map;
import org.gongkao.account.PhoneReplaced;
import org.gongkao.account.SecondFactorChanged;
import org.gongkao.shared.BusinessClock;
import org.gongkao.worker.WorkerConfirmed;
import org.gongkao.worker.WorkerRefused;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells a person what the unit said of them, and both the person and the former number that a phone was replaced. */
@Component
class TellingPersons {

    private final Messages messages;
    private final BusinessClock clock;

    TellingPersons(Messages messages, BusinessClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** A person can be confirmed again after a change of unit: told once each time, however often the registry asks. */
    @ApplicationModuleListener
    void on(WorkerConfirmed event) {
        give("confirmed:" + event.version(), Told.to(event.personId()), Template.CONFIRMED, "/my-unit");
    }

    @ApplicationModuleListener
    void on(WorkerRefused event) {
        give("refused:" + event.version(), Told.to(event.personId()), Template.NOT_CONFIRMED, "/my-unit");
    }

    @ApplicationModuleListener
    void on(PhoneReplaced event) {
        var occasion = "phone:" + event.formerPhoneId();
        give(occasion, Told.to(event.personId()), Template.PHONE_REPLACED, "/account");
        give(occasion, Told.toFormerPhone(event.formerPhoneId()), Template.NUMBER_GIVEN_UP, "/");
    }

    @ApplicationModuleListener
    void on(SecondFactorChanged event) {
        give(
                "second-factor:" + event.on() + ":" + clock.instant().getEpochSecond(),
                Told.toAccount(event.accountId()),
                event.on() ? Template.SECOND_FACTOR_ON : Template.SECOND_FACTOR_OFF,
                "/account");
    }

    private void give(String occasion, String recipient, Template template, String link) {
        messages.give(new Told(occasion, recipient, template, Map.of(), link, clock.instant()));
    }
}

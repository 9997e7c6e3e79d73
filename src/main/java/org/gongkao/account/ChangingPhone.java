package org.gongkao.account;

import java.time.Instant;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 更换手机号。By the owner, who knows the password and holds the new phone; the old number is told. */
@Component
class ChangingPhone {

    private final Persons persons;
    private final Codes codes;
    private final ApplicationEventPublisher events;

    ChangingPhone(Persons persons, Codes codes, ApplicationEventPublisher events) {
        this.persons = persons;
        this.codes = codes;
        this.events = events;
    }

    @Transactional
    void change(Phone fresh, Asker asker, String code, Actor worker, Instant arrived) {
        codes.use(Purpose.NEW_PHONE, fresh, asker, code);
        persons.changePhone(worker.person(), fresh, worker, arrived)
                .ifPresent(former -> events.publishEvent(new PhoneReplaced(worker.person(), former)));
    }
}

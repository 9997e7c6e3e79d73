package org.gongkao.account;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.Workers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办理账号更正。The second person decides: the phone is replaced and all that the old holder had ends, or the name changes. */
@Component
class DecidingCorrection {

    private final Corrections corrections;
    private final Persons persons;
    private final Workers workers;
    private final EndingAccess ending;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    DecidingCorrection(
            Corrections corrections,
            Persons persons,
            Workers workers,
            EndingAccess ending,
            ApplicationEventPublisher events,
            Audit audit) {
        this.corrections = corrections;
        this.persons = persons;
        this.workers = workers;
        this.ending = ending;
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    void approve(long id, Actor by, Instant arrived) {
        var correction = corrections.get(id, by);
        Rebinding.refuseOwn(correction, by);
        corrections.decide(correction, CorrectionState.DONE, null, by, arrived);
        switch (correction.kind()) {
            case PHONE -> rebind(correction, by, arrived);
            case NAME -> persons.changeName(correction.personId(), correction.wanted(), by, arrived);
        }
        audit.record(by, "同意" + correction.kind().label(), "correction:" + id, "");
    }

    @Transactional
    void refuse(long id, String answer, Actor by, Instant arrived) {
        int length = answer.strip().length();
        new Faults()
                .addIf(length < 2 || length > 200, "answer", "请写明不同意的原因，2 至 200 个字。")
                .refuse();
        var correction = corrections.get(id, by);
        Rebinding.refuseOwn(correction, by);
        corrections.decide(correction, CorrectionState.REFUSED, answer.strip(), by, arrived);
        audit.record(by, "不同意" + correction.kind().label(), "correction:" + id, "");
    }

    /**
     * The old holder's password, sessions and devices end; the person sets a password with a code on the new phone. Not where another
     * unit has confirmed the person since it was asked: the account is then the one of whom that unit knows.
     */
    private void rebind(Correction correction, Actor by, Instant arrived) {
        long person = correction.personId();
        var worker = workers.find(person).orElseThrow();
        boolean elsewhere = !worker.unitCode().equals(correction.unitCode());
        if (elsewhere && worker.confirmed()) {
            throw new Refusal(AccountRefusal.CONFIRMED_ELSEWHERE);
        }
        var former = persons.changePhone(person, corrections.phone(correction), by, arrived);
        ending.ofPerson(person);
        if (elsewhere) {
            workers.enrol(person, correction.unitCode(), arrived);
        }
        former.ifPresent(phone -> events.publishEvent(new PhoneReplaced(person, phone)));
    }
}

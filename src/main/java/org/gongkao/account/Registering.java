package org.gongkao.account;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.worker.Workers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 实名注册。Enters the person, puts them at their unit, unconfirmed, and opens their account: all or nothing. */
@Component
class Registering {

    static final String NOTICE_VERSION = "2023-2";

    private final Persons persons;
    private final Workers workers;
    private final AccountRows accounts;
    private final Codes codes;
    private final RegistrationWindow window;
    private final Audit audit;

    Registering(
            Persons persons,
            Workers workers,
            AccountRows accounts,
            Codes codes,
            RegistrationWindow window,
            Audit audit) {
        this.persons = persons;
        this.workers = workers;
        this.accounts = accounts;
        this.codes = codes;
        this.window = window;
        this.audit = audit;
    }

    @Transactional
    Account register(Registration wanted, Instant arrived) {
        window.refuseWhenClosed(wanted.unit().agencyCode(), arrived);
        codes.use(Purpose.REGISTRATION, wanted.phone(), wanted.asker(), wanted.code());
        long person = enter(wanted, arrived);
        workers.enrol(person, wanted.unit().code(), arrived);
        long id = accounts.add(null, wanted.passwordHash(), false, Role.WORKER, null, person, Actor.SYSTEM);
        accounts.agreed(id, NOTICE_VERSION, wanted.agreedAt());
        var account = accounts.find(id).orElseThrow();
        audit.record(account.actor(), "实名注册", "account:" + id, "已阅读告知 " + NOTICE_VERSION);
        return account;
    }

    /** Who is known from an earlier year, or as a clerk, keeps their record and gets an account as a worker. */
    private long enter(Registration wanted, Instant arrived) {
        var known = persons.find(wanted.number());
        if (known.isEmpty()) {
            return persons.add(wanted.name(), wanted.number(), wanted.phone(), Actor.SYSTEM);
        }
        long person = known.get();
        if (accounts.ofPerson(person).isPresent() || !persons.name(person).equals(wanted.name())) {
            throw new Refusal(AccountRefusal.ALREADY_REGISTERED);
        }
        persons.changePhone(person, wanted.phone(), Actor.SYSTEM, arrived);
        return person;
    }
}

package org.gongkao.account;

import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 找回密码。A worker who forgot the password sets another with a code on the registered phone. Whether a number is registered
 * is not told: the page says the same in every case.
 */
@Component
class Recovering {

    /** 待找回账号。The account, and the phone that a code for it goes to. */
    record Lost(Account account, Phone phone) {}

    private final AccountRows accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final Codes codes;
    private final OwnSessions sessions;
    private final Audit audit;

    Recovering(
            AccountRows accounts,
            Persons persons,
            Passwords passwords,
            Codes codes,
            OwnSessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.persons = persons;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What was typed, if it has an account with a phone. An office's is reset by the office above, whoever holds it. */
    Optional<Lost> lost(String typed) {
        return accounts.findBySignInName(typed)
                .filter(account -> account.role() == Role.WORKER)
                .flatMap(account -> persons.phone(account.person()).map(phone -> new Lost(account, phone)));
    }

    /**
     * Sets the password, ends all sessions, answers the account; a wrong code and an unknown number are told in the same words.
     */
    @Transactional(noRollbackFor = Refusal.class)
    long recover(String typed, Asker asker, String code, String password, String again) {
        var faults = new Faults();
        Passwords.fault(password, null).ifPresent(fault -> faults.add("password", fault));
        faults.addIf(!password.equals(again), "again", "两次输入的密码不一样，请重新输入。");
        faults.refuse();
        var lost = lost(typed)
                .filter(found -> codes.fault(Purpose.FORGOTTEN_PASSWORD, found.phone(), asker, code)
                        .isEmpty())
                .orElseThrow(() -> new Refusal(AccountRefusal.CODE_EXPIRED));
        codes.use(Purpose.FORGOTTEN_PASSWORD, lost.phone(), asker, code);
        var account = lost.account();
        accounts.setPassword(account.id(), passwords.hash(password), false);
        sessions.endAll(account.id());
        audit.record(account.actor(), "找回密码", "account:" + account.id(), "手机验证码");
        return account.id();
    }
}

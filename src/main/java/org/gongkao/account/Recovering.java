package org.gongkao.account;

import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 找回密码。A worker who forgot the password sets another with a code on the registered phone. Whether a number is registered
 * is not told: the page says the same in every case.
 */
@Component
class Recovering {

    private final AccountRows accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final Codes codes;
    private final Attempts attempts;
    private final OwnSessions sessions;
    private final Audit audit;

    Recovering(
            AccountRows accounts,
            Persons persons,
            Passwords passwords,
            Codes codes,
            Attempts attempts,
            OwnSessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.persons = persons;
        this.passwords = passwords;
        this.codes = codes;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The phone that a code would go to, if what was typed has an account with one. */
    Optional<Phone> phone(String typed) {
        return accounts.findBySignInName(typed).map(Account::personId).flatMap(persons::phone);
    }

    /**
     * Sets the password, ends all sessions, answers the account; a wrong code and an unknown number are told in the same words.
     * Wrong ones are counted against the sender too: else anybody could use up the five tries of every code that its owner asks for.
     */
    @Transactional(noRollbackFor = Refusal.class)
    long recover(String typed, String code, String password, String again, SignInDetails from) {
        var faults = new Faults();
        Passwords.fault(password, null).ifPresent(fault -> faults.add("password", fault));
        faults.addIf(!password.equals(again), "again", "两次输入的密码不一样，请重新输入。");
        faults.refuse();
        var name = "recover|" + typed;
        if (attempts.mustWait(name, from, false).isPresent()) {
            throw new Refusal(AccountRefusal.TRIES_TOO_MANY);
        }
        var account = accounts.findBySignInName(typed);
        var phone = account.map(Account::personId).flatMap(persons::phone);
        if (phone.isEmpty()
                || codes.fault(Purpose.FORGOTTEN_PASSWORD, phone.get(), code).isPresent()) {
            attempts.failed(name, from, false);
            throw new Refusal(AccountRefusal.CODE_EXPIRED);
        }
        codes.use(Purpose.FORGOTTEN_PASSWORD, phone.get(), code);
        var found = account.orElseThrow();
        accounts.setPassword(found.id(), passwords.hash(password), false);
        sessions.endAll(found.id());
        audit.record(found.actor(), "找回密码", "account:" + found.id(), "手机验证码");
        return found.id();
    }
}

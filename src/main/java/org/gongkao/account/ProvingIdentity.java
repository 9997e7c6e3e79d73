package org.gongkao.account;

import java.util.function.BooleanSupplier;
import org.gongkao.audit.Audit;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 身份凭证办理。Password and second factor of an account that its owner holds: proving, setting, changing. */
@Component
class ProvingIdentity {

    private final AccountRows accounts;
    private final Passwords passwords;
    private final TimeCodes timeCodes;
    private final Attempts attempts;
    private final Persons persons;
    private final Codes codes;
    private final Holders holders;
    private final Devices devices;
    private final OwnSessions sessions;
    private final Audit audit;

    ProvingIdentity(
            AccountRows accounts,
            Passwords passwords,
            TimeCodes timeCodes,
            Attempts attempts,
            Persons persons,
            Codes codes,
            Holders holders,
            Devices devices,
            OwnSessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.timeCodes = timeCodes;
        this.attempts = attempts;
        this.persons = persons;
        this.codes = codes;
        this.holders = holders;
        this.devices = devices;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The second factor at sign-in: guessing is slowed like guessing a password. */
    Account secondFactor(HalfSignedIn half, String typed, SignInDetails from) {
        var account = begun(half);
        demandTimeCode(account.actor(), typed, from);
        return account;
    }

    /** The phone of whoever gave the right password while strangers guess at the account. */
    Phone phone(HalfSignedIn half) {
        return persons.phone(begun(half).person()).orElseThrow(() -> new Refusal(AccountRefusal.STEP_OVER));
    }

    Account phoneCode(HalfSignedIn half, Asker asker, String typed) {
        var phone = phone(half);
        codes.fault(Purpose.SIGN_IN, phone, asker, typed).ifPresent(why -> {
            throw new Refusal(why);
        });
        codes.use(Purpose.SIGN_IN, phone, asker, typed);
        return begun(half);
    }

    /** The code that the phone shows now; wrong ones are counted. */
    void demandTimeCode(Actor who, String typed, SignInDetails from) {
        demand(() -> timeCodes.take(who.account(), typed), AccountRefusal.TOTP_WRONG, who, from);
    }

    @Transactional(noRollbackFor = Refusal.class)
    Account enrol(HalfSignedIn half, String typed, SignInDetails from) {
        enrol(begun(half), typed, from);
        return open(half.actorToBe().account());
    }

    /** Once enrolled, another browser that still shows the drawing cannot bind its own phone. */
    @Transactional(noRollbackFor = Refusal.class)
    void enrol(Account account, String typed, SignInDetails from) {
        if (account.totpSince() != null) {
            throw new Refusal(AccountRefusal.STEP_OVER);
        }
        demandTimeCode(account.actor(), typed, from);
        timeCodes.confirm(account.id());
        audit.record(account.actor(), "启用动态口令", "account:" + account.id(), "");
    }

    /** On first use: the one who gave the first password does not know the new one. */
    @Transactional
    Account firstPassword(HalfSignedIn half, String fresh, String again) {
        var account = begun(half);
        set(account, fresh, again);
        audit.record(account.actor(), "首次修改密码", "account:" + account.id(), "");
        return open(account.id());
    }

    /** Whether this is the password in use; wrong ones are counted against the device. */
    void demandPassword(Actor who, String typed, SignInDetails from) {
        var hash = open(who.account()).passwordHash();
        demand(() -> passwords.matches(typed, hash), AccountRefusal.PASSWORD_WRONG, who, from);
    }

    /** Whoever guesses from elsewhere makes the owner's own device wait no more here than at sign-in. */
    private void demand(BooleanSupplier right, AccountRefusal wrong, Actor who, SignInDetails from) {
        boolean known = devices.knows(who.account(), from.device());
        var one = Attempts.Try.ofProof(who.account(), from, known);
        if (attempts.begin(one).isPresent()) {
            throw new Refusal(AccountRefusal.TRIES_TOO_MANY);
        }
        if (!right.getAsBoolean()) {
            throw new Refusal(wrong);
        }
        attempts.right(one);
    }

    /** The holder of an account from before says who it is: under the name that the office above gave. */
    @Transactional
    Account identify(HalfSignedIn half, String number) {
        var account = begun(half);
        var faults = new Faults();
        var holder = holders.read(account.name(), number, faults);
        faults.refuse();
        accounts.identify(account, holders.enter(holder.orElseThrow(), account.actor()), account.actor());
        return open(account.id());
    }

    /** Ends every other session: whoever knew the old password is out. */
    @Transactional
    void changePassword(Actor who, String fresh, String again, String currentSession) {
        set(open(who.account()), fresh, again);
        sessions.endOthers(who.account(), currentSession);
        audit.record(who, "修改密码", "account:" + who.account(), "");
    }

    private void set(Account account, String fresh, String again) {
        var faults = new Faults();
        Passwords.fault(fresh, account.userName()).ifPresent(fault -> faults.add("password", fault));
        faults.addIf(!fresh.equals(again), "again", "两次输入的密码不一样，请重新输入。");
        if (!faults.any()) {
            faults.addIf(
                    passwords.matches(fresh, account.passwordHash()),
                    "password",
                    AccountRefusal.PASSWORD_SAME.sentence());
        }
        faults.refuse();
        accounts.setPassword(account.id(), passwords.hash(fresh), false);
    }

    /** The account as it was when the password was right; a password set anew since ends what it had begun. */
    private Account begun(HalfSignedIn half) {
        var account = open(half.actorToBe().account());
        if (account.version() != half.version()) {
            throw new Refusal(AccountRefusal.STEP_OVER);
        }
        return account;
    }

    private Account open(long id) {
        return accounts.find(id).filter(Account::isOpen).orElseThrow(() -> new Refusal(AccountRefusal.STEP_OVER));
    }
}

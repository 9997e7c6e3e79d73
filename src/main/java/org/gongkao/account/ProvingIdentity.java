package org.gongkao.account;

import org.gongkao.audit.Audit;
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
    private final OwnSessions sessions;
    private final Audit audit;

    ProvingIdentity(
            AccountRows accounts,
            Passwords passwords,
            TimeCodes timeCodes,
            Attempts attempts,
            OwnSessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.timeCodes = timeCodes;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The second factor at sign-in: guessing is slowed like guessing a password. */
    Account secondFactor(Actor who, String typed, SignInDetails from) {
        var name = "second-factor|" + who.account();
        if (attempts.mustWait(name, from, false).isPresent()) {
            throw new Refusal(AccountRefusal.TRIES_TOO_MANY);
        }
        if (!timeCodes.take(who.account(), typed)) {
            attempts.failed(name, from, false);
            throw new Refusal(AccountRefusal.TOTP_WRONG);
        }
        attempts.succeeded(name, from, false);
        return open(who.account());
    }

    @Transactional
    Account enrol(Actor who, String typed) {
        if (!timeCodes.take(who.account(), typed)) {
            throw new Refusal(AccountRefusal.TOTP_WRONG);
        }
        timeCodes.confirm(who.account());
        audit.record(who, "启用动态口令", "account:" + who.account(), "");
        return open(who.account());
    }

    /** On first use: the one who gave the first password does not know the new one. */
    @Transactional
    Account firstPassword(Actor who, String fresh, String again) {
        var account = open(who.account());
        set(account, fresh, again);
        audit.record(who, "首次修改密码", "account:" + who.account(), "");
        return open(who.account());
    }

    /** Whether this is the password in use; wrong ones are counted against the device. */
    void demandPassword(Actor who, String typed, SignInDetails from) {
        var name = "change|" + who.account();
        if (attempts.mustWait(name, from, false).isPresent()) {
            throw new Refusal(AccountRefusal.TRIES_TOO_MANY);
        }
        if (!passwords.matches(typed, open(who.account()).passwordHash())) {
            attempts.failed(name, from, false);
            throw new Refusal(AccountRefusal.PASSWORD_WRONG);
        }
        attempts.succeeded(name, from, false);
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

    private Account open(long id) {
        return accounts.find(id).filter(Account::isOpen).orElseThrow(() -> new Refusal(AccountRefusal.STEP_OVER));
    }
}

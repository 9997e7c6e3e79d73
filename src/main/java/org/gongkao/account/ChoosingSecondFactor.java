package org.gongkao.account;

import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 选用动态口令。An office's account switches the second factor on or off where it is not required. Both ask the password again:
 * who finds a computer unlocked must not bind a phone of their own, and then be the only one who can sign in.
 */
@Component
class ChoosingSecondFactor {

    private final AccountRows accounts;
    private final ProvingIdentity proving;
    private final SecondFactor secondFactor;
    private final TimeCodes timeCodes;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    ChoosingSecondFactor(
            AccountRows accounts,
            ProvingIdentity proving,
            SecondFactor secondFactor,
            TimeCodes timeCodes,
            ApplicationEventPublisher events,
            Audit audit) {
        this.accounts = accounts;
        this.proving = proving;
        this.secondFactor = secondFactor;
        this.timeCodes = timeCodes;
        this.events = events;
        this.audit = audit;
    }

    /** A wrong password or code stays counted although the act is refused. */
    @Transactional(noRollbackFor = Refusal.class)
    void on(Actor who, String password, String code, SignInDetails from) {
        proving.demandPassword(who, password, from);
        proving.enrol(accounts.find(who.account()).orElseThrow(), code, from);
        events.publishEvent(new SecondFactorChanged(who.account(), true));
    }

    @Transactional(noRollbackFor = Refusal.class)
    void off(Actor who, String password, String code, SignInDetails from) {
        if (secondFactor.isRequired()) {
            throw new Refusal(AccountRefusal.TOTP_REQUIRED);
        }
        proving.demandPassword(who, password, from);
        proving.demandTimeCode(who, code, from);
        timeCodes.forget(who.account());
        audit.record(who, "停用动态口令", "account:" + who.account(), "");
        events.publishEvent(new SecondFactorChanged(who.account(), false));
    }
}

package org.gongkao.account;

import org.springframework.stereotype.Component;

/** 终止登录。Ends all by which an account could be used until now: password, sessions, known devices, second factor. */
@Component
class EndingAccess {

    private final AccountRows accounts;
    private final OwnSessions sessions;
    private final Devices devices;
    private final TimeCodes timeCodes;

    EndingAccess(AccountRows accounts, OwnSessions sessions, Devices devices, TimeCodes timeCodes) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.devices = devices;
        this.timeCodes = timeCodes;
    }

    void ofPerson(long person) {
        accounts.ofPerson(person).ifPresent(account -> {
            accounts.setPassword(account, null, false);
            of(account);
        });
    }

    void of(long account) {
        sessions.endAll(account);
        devices.forget(account);
        timeCodes.forget(account);
    }
}

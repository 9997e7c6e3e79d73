package org.gongkao.account;

import org.gongkao.audit.Audit;
import org.gongkao.organisation.OfficeClosed;
import org.gongkao.shared.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 停用机构的账号。Hears that a department was closed or a unit dissolved, and ends its clerks' accounts: nobody signs in for an office that is no more. */
@Component
class ClosedOffices {

    private final AccountRows accounts;
    private final EndingAccess ending;
    private final Audit audit;

    ClosedOffices(AccountRows accounts, EndingAccess ending, Audit audit) {
        this.accounts = accounts;
        this.ending = ending;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(OfficeClosed closed) {
        for (long account : accounts.ofOffice(closed.office())) {
            if (accounts.close(account, Actor.SYSTEM)) {
                ending.of(account);
                audit.record(Actor.SYSTEM, "停用账号", "account:" + account, "所在机构已停用或撤销");
            }
        }
    }
}

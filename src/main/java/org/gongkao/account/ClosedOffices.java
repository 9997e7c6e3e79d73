package org.gongkao.account;

import org.gongkao.audit.Audit;
import org.gongkao.organisation.DepartmentClosed;
import org.gongkao.shared.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 主管部门停用通知。Hears that a department was closed and ends its clerks' accounts: nobody signs in for an office that is no more. */
@Component
class DepartmentHeard {

    private final AccountRows accounts;
    private final EndingAccess ending;
    private final Audit audit;

    DepartmentHeard(AccountRows accounts, EndingAccess ending, Audit audit) {
        this.accounts = accounts;
        this.ending = ending;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(DepartmentClosed closed) {
        for (long account : accounts.ofOffice(closed.office())) {
            if (accounts.close(account, Actor.SYSTEM)) {
                ending.of(account);
                audit.record(Actor.SYSTEM, "停用账号", "account:" + account, "主管部门已停用");
            }
        }
    }
}

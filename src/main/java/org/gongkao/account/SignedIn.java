package org.gongkao.account;

import java.io.Serializable;
import java.security.Principal;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Identified;

/** 已登录账号。The principal of a session in which nothing is left to prove; its name is the account's id. */
public record SignedIn(Actor actor) implements Principal, Identified, Serializable {

    @Override
    public String getName() {
        return String.valueOf(actor.account());
    }
}

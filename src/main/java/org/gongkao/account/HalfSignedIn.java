package org.gongkao.account;

import java.io.Serializable;
import java.security.Principal;
import org.gongkao.shared.Actor;

/**
 * 待补全登录。The password was right, but something is still owed: a new password on first use, or the second factor. Has no
 * actor for the wiring to find, so every route but the pending step answers as to a stranger. Bears the version of the account
 * whose password was right: once the password is set anew, nobody goes on with what the old one had begun.
 */
record HalfSignedIn(Actor actorToBe, Pending pending, int version) implements Principal, Serializable {

    static HalfSignedIn of(Account account, Pending pending) {
        return new HalfSignedIn(account.actor(), pending, account.version());
    }

    /** 待办步骤。What is owed, in the order in which it is asked. */
    enum Pending {
        SECOND_FACTOR("/sign-in/second-factor"),
        PHONE_CODE("/sign-in/phone-code"),
        NEW_PASSWORD("/sign-in/new-password"),
        IDENTITY("/sign-in/identity"),
        ENROLMENT("/sign-in/enrolment");

        private final String path;

        Pending(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    @Override
    public String getName() {
        return String.valueOf(actorToBe.account());
    }
}

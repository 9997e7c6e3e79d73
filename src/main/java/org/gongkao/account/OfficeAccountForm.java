package org.gongkao.account;

import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;

/** What the office above typed to open or hand over an account. */
record OfficeAccountForm(String role, String term, String office, String name, String number, String userName) {

    static final OfficeAccountForm EMPTY = new OfficeAccountForm("", "", "", "", "", "");

    @Override
    public String toString() {
        return "OfficeAccountForm[masked]";
    }

    /** The role, if this actor opens such accounts. */
    Optional<Role> roleFor(Actor by) {
        return Superiority.opens(by.role()).stream()
                .filter(one -> one.name().equals(role))
                .findFirst();
    }
}

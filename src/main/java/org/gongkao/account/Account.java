package org.gongkao.account;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;

/** 账号。A way to sign in: a worker's by ID number or phone, an office's by user name. */
record Account(
        long id,
        @Nullable String userName,
        String name,
        Role role,
        @Nullable String office,
        @Nullable Long personId,
        @Nullable String passwordHash,
        boolean passwordIsFirst,
        @Nullable Instant totpSince,
        @Nullable Instant closedAt,
        int version) {

    boolean isOpen() {
        return closedAt == null;
    }

    /** The person behind a worker's account. */
    long person() {
        return actor().person();
    }

    Actor actor() {
        return new Actor(id, name, role, office, personId);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}

package org.gongkao.account;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords from this source; carries how long to wait. Says nothing about the account. */
class MustWait extends LockedException {

    private final transient Duration time;

    MustWait(Duration time) {
        super("wait");
        this.time = time;
    }

    /** In whole minutes, as people are told. */
    long minutes() {
        return Math.max(1, (time.toSeconds() + 59) / 60);
    }
}

package org.gongkao.application;

import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 系统的办理。What happens to a file without a person: a payment arrives, a day ends. */
@Component
@Profile("test")
public class SystemActs {

    private final Paying paying;
    private final EndingDaily ending;

    SystemActs(Paying paying, EndingDaily ending) {
        this.paying = paying;
        this.ending = ending;
    }

    public void paid(String number, Instant now) {
        paying.paid(number, now);
    }

    public void endOfDay(Instant now) {
        ending.run(now);
    }
}

package org.gongkao.application;

import java.time.Instant;
import org.gongkao.sanction.Imposed;
import org.gongkao.sanction.Revoked;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 系统的办理。What happens to a file without a person: a payment arrives, a day ends. */
@Component
@Profile("test")
public class SystemActs {

    private final Paying paying;
    private final EndingDaily ending;
    private final Cancelling cancelling;
    private final Reinstating reinstating;

    SystemActs(Paying paying, EndingDaily ending, Cancelling cancelling, Reinstating reinstating) {
        this.paying = paying;
        this.cancelling = cancelling;
        this.reinstating = reinstating;
        this.ending = ending;
    }

    public void paid(String number, Instant now) {
        paying.paid(number, now);
    }

    /** As when a decision is heard at that moment. */
    public void taken(Imposed decision, Instant at) {
        cancelling.carryOut(decision, at);
    }

    /** As when its revocation is heard at that moment. */
    public void givenBack(Revoked decision, Instant at) {
        reinstating.carryOut(decision, at);
    }

    public void endOfDay(Instant now) {
        ending.run(now);
    }
}

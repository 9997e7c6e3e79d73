package org.gongkao.application.deferral;

import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 容缺的到期。What happens to promises at a date, for tests of the pages. */
@Component
@Profile("test")
public class DeferralActs {

    private final EndingPromises ending;

    DeferralActs(EndingPromises ending) {
        this.ending = ending;
    }

    /** As the next round after the date does, when no upload can be under way any more. */
    public void endedAfter(Instant date) {
        ending.run(date.plus(EndingPromises.SLOWEST_UPLOAD));
    }
}

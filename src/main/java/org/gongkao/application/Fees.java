package org.gongkao.application;

import java.time.Instant;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;

/** 报名费用。The charge that belongs to a file: opened when the last tier approves, asked before anything is given up. */
@Component
class Fees {

    /** 费用结局。What payment says of a file's charge, under a lock on it. */
    enum Outcome {
        PAID,
        /** Nobody knows until the gateway has answered: nothing may end meanwhile. */
        UNKNOWN,
        NEVER_PAID
    }

    void open(Application application, Cycle cycle, Instant until, Actor by) {}

    boolean giveUp(Application application, Instant at) {
        return end(application, at) == Outcome.NEVER_PAID;
    }

    Outcome end(Application application, Instant at) {
        return Outcome.NEVER_PAID;
    }
}

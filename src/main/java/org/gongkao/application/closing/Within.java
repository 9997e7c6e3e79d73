package org.gongkao.application.closing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;

/** 办理时限。When a report may be moved, by the windows of the agency's year; half-open, like every window. */
enum Within {
    /** Before the end of registration a queue is empty only until the next worker hands in. */
    REVIEW_RUNNING("网上注册报名截止后、资格审查期间"),
    REVIEW_OVER("资格审查截止后"),
    ANY_TIME("随时");

    private final String label;

    Within(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Set<Within> openAt(Cycle cycle, Instant now) {
        var open = EnumSet.of(ANY_TIME);
        if (cycle.window(Window.REVIEW).isOver(now)) {
            open.add(REVIEW_OVER);
        } else if (cycle.window(Window.REGISTRATION).isOver(now)) {
            open.add(REVIEW_RUNNING);
        }
        return open;
    }
}

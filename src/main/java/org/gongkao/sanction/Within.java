package org.gongkao.sanction;

import java.time.Instant;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;

/** 办理时限。When a case may be moved; half-open, like every window. */
enum Within {
    ANY_TIME("随时"),
    HEARING_OPEN("陈述申辩期内"),
    HEARING_OVER("陈述申辩期满后"),
    BAR_RUNNING("禁止申报期内");

    private final String label;

    Within(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean covers(Sanction sanction, Instant at) {
        var answer = sanction.answerUntil();
        return switch (this) {
            case ANY_TIME -> true;
            case HEARING_OPEN -> answer != null && at.isBefore(answer);
            case HEARING_OVER -> answer != null && !at.isBefore(answer);
            case BAR_RUNNING -> sanction.bar().filter(bar -> bar.covers(at)).isPresent();
        };
    }

    void check(Sanction sanction, Instant at) {
        if (covers(sanction, at)) {
            return;
        }
        var answer = sanction.answerUntil();
        var until = answer == null ? "" : Shanghai.deadline(answer);
        throw switch (this) {
            case HEARING_OPEN -> new Refusal(SanctionRefusal.HEARING_OVER, until);
            case HEARING_OVER -> new Refusal(SanctionRefusal.HEARING_OPEN, until);
            default -> new Refusal(SanctionRefusal.BAR_OVER);
        };
    }
}

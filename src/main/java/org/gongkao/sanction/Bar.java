package org.gongkao.sanction;

import java.time.Instant;

/** 禁止申报期。From when and until when, half-open, a person may not apply, and the 文号 of the decision that says so. */
public record Bar(String decision, Instant from, Instant until) {

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}

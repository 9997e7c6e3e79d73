package org.gongkao.cycle;

import java.time.Instant;

/** 时段。Half-open: the first instant belongs to it, the last does not; 3月28日24时 is {@code to} = 29 March 00:00. */
public record Period(Instant from, Instant to) {

    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean isOver(Instant instant) {
        return !instant.isBefore(to);
    }
}

package org.gongkao;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Shanghai;

/** A business clock that stands where a test has put it. */
public class TestClock implements BusinessClock {

    /** A working day in the middle of registration. */
    public static final Instant WITHIN_REGISTRATION = Instant.parse("2023-03-15T02:00:00Z");

    private volatile Instant now = WITHIN_REGISTRATION;

    @Override
    public Instant instant() {
        return now;
    }

    /** {@code "2023-03-28T23:59:59.999"}, as a clock in Luoyang shows it. */
    public void set(String localTime) {
        now = LocalDateTime.parse(localTime).atZone(Shanghai.ZONE).toInstant();
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}

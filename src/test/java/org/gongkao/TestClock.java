package org.gongkao;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Shanghai;

/** A business clock that stands where a test has put it. */
public class TestClock implements BusinessClock {

    /** A working day in the middle of registration. */
    public static final Instant WITHIN_REGISTRATION = Instant.parse("2023-03-15T02:00:00Z");

    private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
    private volatile Instant now = WITHIN_REGISTRATION;

    @Override
    public Instant instant() {
        return now;
    }

    /** Tells whoever keeps the same time outside of this program, now and at each change. */
    public void follow(Consumer<Instant> follower) {
        followers.add(follower);
        follower.accept(now);
    }

    /** {@code "2023-03-28T23:59:59.999"}, as a clock in Luoyang shows it. */
    public void set(String localTime) {
        set(LocalDateTime.parse(localTime).atZone(Shanghai.ZONE).toInstant());
    }

    public void set(Instant instant) {
        now = instant;
        followers.forEach(follower -> follower.accept(instant));
    }

    public void pass(Duration time) {
        set(now.plus(time));
    }
}

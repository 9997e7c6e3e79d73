package org.gongkao.eligibility;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of a program that is not looked into: of another type, too large, unreadable, or too many. */
final class Unserved extends RuntimeException {

    private final int status;
    private final String title;
    private final String sentence;
    private final @Nullable Duration wait;

    Unserved(int status, String title, String sentence) {
        this(status, title, sentence, null);
    }

    Unserved(int status, String title, String sentence, @Nullable Duration wait) {
        super(title, null, false, false);
        this.status = status;
        this.title = title;
        this.sentence = sentence;
        this.wait = wait;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }

    /** After which it can be tried again, where time alone helps. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }
}

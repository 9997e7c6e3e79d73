package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the time that it is ordered by, and the id. */
record ListKey(Instant at, long id) {

    static final int SCREEN = 50;

    static Optional<ListKey> parse(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,17}-[0-9]{1,18}")) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        long micros = Long.parseLong(text.substring(0, dash));
        return Optional.of(new ListKey(
                Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
                Long.parseLong(text.substring(dash + 1))));
    }

    @Override
    public String toString() {
        return (at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000) + "-" + id;
    }
}

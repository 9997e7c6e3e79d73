package org.gongkao.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an auditor asks for. {@code accounts} is null when anybody's lines are meant, empty when nobody is. */
record Search(
        @Nullable LineKind kind,
        @Nullable String subject,
        @Nullable List<Long> accounts,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Key after) {

    /** Where the next screen goes on: the last line shown. */
    record Key(Instant at, long id) {

        static @Nullable Key parse(@Nullable String text) {
            if (text == null || !text.matches("\\d{1,18}-\\d{1,18}")) {
                return null;
            }
            var parts = text.split("-");
            long micros = Long.parseLong(parts[0]);
            return new Key(
                    Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000 + "-" + id;
        }
    }

    /** All that was ever written about one subject. */
    static Search about(String subject) {
        return new Search(null, subject, null, null, null, null);
    }

    Search goingOnAfter(Key key) {
        return new Search(kind, subject, accounts, from, until, key);
    }

    /** Where one of these is given, its index is used: no {@code :x is null or …}, which would hide it. */
    String conditions() {
        var sql = new StringBuilder("true");
        Map.of(
                        " and kind = :kind", kind != null,
                        " and subject = :subject", subject != null,
                        " and account in (:accounts)", accounts != null,
                        " and machine_at >= :from", from != null,
                        " and machine_at < :until", until != null,
                        " and (machine_at, id) < (:afterAt, :afterId)", after != null)
                .forEach((condition, given) -> {
                    if (given) {
                        sql.append(condition);
                    }
                });
        return sql.toString();
    }
}

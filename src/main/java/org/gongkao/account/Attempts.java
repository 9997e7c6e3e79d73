package org.gongkao.account;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkao.person.Seal;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 输错限制。Counts wrong passwords and makes the next try wait, longer each time. What is counted for a known device is that
 * device alone, so nobody can lock an account's owner out by guessing from elsewhere; everybody else is slowed by name and
 * address together, by name over all addresses, and by address over all names.
 */
@Repository
class Attempts {

    private static final String COLUMN = "account.attempt.scope";
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    /** 计数范围。One thing that is counted, and how many failures it bears before it waits. */
    private record Scope(String what, int bears) {}

    private final JdbcClient jdbc;
    private final Seal seal;
    private final MachineClock clock;

    Attempts(JdbcClient jdbc, Seal seal, MachineClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** How long this source has to wait before it may try this name again; nothing when it may try now. */
    Optional<Duration> mustWait(String name, SignInDetails from, boolean knownDevice) {
        var scopes = scopes(name, from.address(), knownDevice ? from.device() : null);
        var now = clock.instant();
        return jdbc.sql("select max(wait_until) from account.attempt where scope in (:scopes) and wait_until > :now")
                .param("scopes", scopes.stream().map(this::key).toList())
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    void failed(String name, SignInDetails from, boolean knownDevice) {
        var now = clock.instant();
        for (var scope : scopes(name, from.address(), knownDevice ? from.device() : null)) {
            count(scope, now);
        }
    }

    /** A success clears what stood against this source and name; an address that guesses at many names stays counted. */
    void succeeded(String name, SignInDetails from, boolean knownDevice) {
        var own =
                scopes(name, from.address(), knownDevice ? from.device() : null).getFirst();
        jdbc.sql("delete from account.attempt where scope = :scope")
                .param("scope", key(own))
                .update();
    }

    /** Lines that no longer count. */
    int forget() {
        return jdbc.sql("delete from account.attempt where last_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private void count(Scope scope, Instant now) {
        jdbc.sql("""
                insert into account.attempt as a (scope, failures, last_at) values (:scope, 1, :now)
                on conflict (scope) do update
                   set failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
                       last_at = :now,
                       wait_until = case when a.last_at >= :forgotten and a.failures + 1 >= :bears
                           then cast(:now as timestamptz) + least(:longest, :first * power(2, least(a.failures + 1 - :bears, 10)))
                                * interval '1 second' end
                """)
                .param("scope", key(scope))
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(now.minus(FORGOTTEN)))
                .param("bears", scope.bears())
                .param("first", FIRST_WAIT.toSeconds())
                .param("longest", FORGOTTEN.toSeconds())
                .update();
    }

    private static List<Scope> scopes(String name, String address, @Nullable String device) {
        var low = name.strip().toLowerCase(Locale.ROOT);
        return device != null
                ? List.of(new Scope("device|" + low + "|" + device, 10))
                : List.of(
                        new Scope("pair|" + low + "|" + address, 5),
                        new Scope("name|" + low, 30),
                        new Scope("address|" + address, 200));
    }

    private byte[] key(Scope scope) {
        return seal.index(COLUMN, scope.what());
    }
}

package org.gongkao.account;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkao.person.Seal;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 输错限制。Counts wrong passwords and makes the next try wait, longer each time. A try waits only for what its own source got
 * wrong: a known device for itself, anybody else for name and network together, and for the network over all names. What all
 * the others got wrong at an account makes nobody wait; it makes the right password from an unknown device prove the phone too.
 */
@Repository
class Attempts {

    private static final String COLUMN = "account.attempt.scope";
    /** Failures of strangers at one account, over all sources, from which on its right password alone is not enough. */
    static final int BESIEGED = 30;

    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** 计数范围。One thing that is counted, how many failures it bears before it waits, and how long it is remembered. */
    private record Scope(String what, int bears, Duration kept) {
        Scope(String what, int bears) {
            this(what, bears, FORGOTTEN);
        }
    }

    private final JdbcClient jdbc;
    private final Seal seal;
    private final MachineClock clock;

    Attempts(JdbcClient jdbc, Seal seal, MachineClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** 一次尝试。Where one try is counted. */
    record Try(List<Scope> scopes) {

        /** A password at sign-in: a known device for itself, else by name and network, and by network over all names. */
        static Try atSignIn(String name, SignInDetails from, boolean knownDevice) {
            var one = spelling(name);
            return new Try(
                    knownDevice
                            ? List.of(device(one, from.device()))
                            : List.of(new Scope("pair|" + one + "|" + from.network(), 5), network(from)));
        }

        /**
         * A proof at which only somebody who has the password already gets to fail: there all sources together wait. Many
         * networks would have too many tries at six digits, and no stranger can make the owner wait.
         */
        static Try ofProof(long account, SignInDetails from, boolean knownDevice) {
            var what = "proof|" + account;
            return new Try(
                    knownDevice
                            ? List.of(device(what, from.device()))
                            : List.of(
                                    new Scope("pair|" + what + "|" + from.network(), 5),
                                    new Scope("name|" + what, 30),
                                    network(from)));
        }
    }

    /**
     * Counts a try before it is looked at, so that of many at the same moment none gets in beside the count; or answers how long
     * this source has to wait, and then counts nothing.
     */
    Optional<Duration> begin(Try one) {
        var counted = new ArrayList<Scope>();
        for (var scope : one.scopes()) {
            if (!count(scope)) {
                counted.forEach(this::giveBack);
                return waits(scope);
            }
            counted.add(scope);
        }
        return Optional.empty();
    }

    /** It was right: clears what stood against this source and name; a network that guesses at many names stays counted. */
    void right(Try one) {
        jdbc.sql("delete from account.attempt where scope = :scope")
                .param("scope", key(one.scopes().getFirst()))
                .update();
        one.scopes().stream().skip(1).forEach(this::giveBack);
    }

    /** Somebody failed at this account who is not known to have been in it before. */
    void strangerFailed(Account account) {
        count(besieged(account.id()));
    }

    /** Whether strangers have been guessing at this account, wherever from. */
    boolean isBesieged(Account account) {
        var scope = besieged(account.id());
        return jdbc.sql("""
                        select exists (select from account.attempt
                                        where scope = :scope and failures >= :bears and last_at >= :since)
                        """)
                .param("scope", key(scope))
                .param("bears", scope.bears())
                .param("since", Timestamp.from(clock.instant().minus(scope.kept())))
                .query(Boolean.class)
                .single();
    }

    /** Lines that no longer count. */
    int forget() {
        return jdbc.sql("delete from account.attempt where last_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private Optional<Duration> waits(Scope scope) {
        var now = clock.instant();
        return jdbc.sql("select wait_until from account.attempt where scope = :scope")
                .param("scope", key(scope))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .or(() -> Optional.of(FIRST_WAIT));
    }

    private void giveBack(Scope scope) {
        jdbc.sql("update account.attempt set failures = failures - 1, wait_until = null where scope = :scope")
                .param("scope", key(scope))
                .update();
    }

    /** False while it waits; then nothing is written. */
    private boolean count(Scope scope) {
        var now = clock.instant();
        return jdbc.sql("""
                insert into account.attempt as a (scope, failures, last_at) values (:scope, 1, :now)
                on conflict (scope) do update
                   set failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
                       last_at = :now,
                       wait_until = case when a.last_at >= :forgotten and a.failures + 1 >= :bears
                           then cast(:now as timestamptz) + least(:longest, :first * power(2, least(a.failures + 1 - :bears, 10)))
                                * interval '1 second' end
                 where a.wait_until is null or a.wait_until <= :now
                """)
                        .param("scope", key(scope))
                        .param("now", Timestamp.from(now))
                        .param("forgotten", Timestamp.from(now.minus(scope.kept())))
                        .param("bears", scope.bears())
                        .param("first", FIRST_WAIT.toSeconds())
                        .param("longest", LONGEST_WAIT.toSeconds())
                        .update()
                == 1;
    }

    /** One spelling: else spaces and wide digits would be as many names as somebody likes. */
    private static String spelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .replaceFirst("^(\\+|00)86", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Scope device(String what, @Nullable String device) {
        return new Scope("device|" + what + "|" + device, 10);
    }

    private static Scope network(SignInDetails from) {
        return new Scope("address|" + from.network(), 200);
    }

    /** By account, not by what was typed: number, phone and user name are three names of one. Nobody sees it but its owner. */
    private static Scope besieged(long account) {
        return new Scope("besieged|" + account, BESIEGED, Duration.ofDays(1));
    }

    private byte[] key(Scope scope) {
        return seal.index(COLUMN, scope.what());
    }
}

package org.gongkao.account;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.gongkao.person.Phone;
import org.gongkao.person.Seal;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 验证码。One-time codes on the machine's clock: six digits, five minutes, five tries, only the newest counts. */
@Repository
class Codes {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int TRIES = 5;
    private static final String PHONE = "account.code.phone";
    private static final String ADDRESS = "account.code.address";
    private static final String CODE = "account.code.code";

    private static final String NEWEST = """
            id = (select max(id) from account.code where phone_index = :phone and purpose = :purpose)
               and used_at is null and tries_left > 0 and expires_at > :now
            """;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final MachineClock clock;

    Codes(JdbcClient jdbc, Seal seal, MachineClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** Keeps a code for this phone, or refuses when phone or address had too many; one at a time for each phone. */
    @Transactional
    void issue(Purpose purpose, Phone phone, String address, String code) {
        var now = clock.instant();
        var phoneIndex = seal.index(PHONE, phone);
        var addressIndex = seal.index(ADDRESS, address);
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:phone))")
                .param("phone", HexFormat.of().formatHex(phoneIndex))
                .query((row, at) -> true)
                .list();
        if (issuedSince("phone_index", phoneIndex, now.minusSeconds(60)) > 0) {
            throw new Refusal(AccountRefusal.CODE_TOO_SOON);
        }
        // One sender alone cannot use up what the owner of the phone may ask for from elsewhere.
        if (issuedSince("phone_index", phoneIndex, now.minus(Duration.ofDays(1))) >= 20
                || issuedTo(phoneIndex, addressIndex, now.minus(Duration.ofDays(1))) >= 10) {
            throw new Refusal(AccountRefusal.CODE_TOO_MANY);
        }
        // An office's network is one address for forty colleagues.
        if (issuedSince("address_index", addressIndex, now.minus(Duration.ofHours(1))) >= 100) {
            throw new Refusal(AccountRefusal.CODE_TOO_MANY_HERE);
        }
        jdbc.sql("""
                insert into account.code (purpose, phone_index, address_index, code_index, issued_at, expires_at, tries_left)
                values (:purpose, :phone, :address, :code, :now, :until, :tries)
                """)
                .param("purpose", purpose.name())
                .param("phone", phoneIndex)
                .param("address", addressIndex)
                .param("code", seal.index(CODE, bound(phoneIndex, code)))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(GOOD_FOR)))
                .param("tries", TRIES)
                .update();
    }

    /** Looks without using the code up; a wrong one costs a try. */
    Optional<AccountRefusal> fault(Purpose purpose, Phone phone, String typed) {
        var phoneIndex = seal.index(PHONE, phone);
        var right = seal.index(CODE, bound(phoneIndex, typed.strip()));
        return jdbc.sql(
                        "update account.code set tries_left = tries_left - case when code_index = :right then 0 else 1 end"
                                + " where " + NEWEST + " returning code_index = :right")
                .param("right", right)
                .param("phone", phoneIndex)
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .optional()
                .map(ok -> ok ? Optional.<AccountRefusal>empty() : Optional.of(AccountRefusal.CODE_WRONG))
                .orElse(Optional.of(AccountRefusal.CODE_EXPIRED));
    }

    /** Uses the code up in the act's own transaction, or refuses: of two acts with one code, one goes through. */
    void use(Purpose purpose, Phone phone, String typed) {
        var phoneIndex = seal.index(PHONE, phone);
        int rows = jdbc.sql("update account.code set used_at = :now where code_index = :right and " + NEWEST)
                .param("right", seal.index(CODE, bound(phoneIndex, typed.strip())))
                .param("phone", phoneIndex)
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows == 0) {
            throw new Refusal(AccountRefusal.CODE_EXPIRED);
        }
    }

    /** Lines that no limit asks for any more. */
    int forget() {
        return jdbc.sql("delete from account.code where issued_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(2))))
                .update();
    }

    private long issuedSince(String column, byte[] index, Instant since) {
        return jdbc.sql("select count(*) from account.code where " + column + " = :index and issued_at > :since")
                .param("index", index)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private long issuedTo(byte[] phoneIndex, byte[] addressIndex, Instant since) {
        return jdbc.sql("""
                select count(*) from account.code
                 where phone_index = :phone and address_index = :address and issued_at > :since
                """)
                .param("phone", phoneIndex)
                .param("address", addressIndex)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private static String bound(byte[] phoneIndex, String code) {
        return HexFormat.of().formatHex(phoneIndex) + "|" + code;
    }
}

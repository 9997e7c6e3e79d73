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

/**
 * 验证码。One-time codes on the machine's clock: six digits, and of one browser's for one phone and purpose only the newest. Only
 * the browser that asked can try it, so what others get wrong costs its owner nothing. Numbers in {@link CodeLimits}.
 */
@Repository
class Codes {

    private static final String PHONE = "account.code.phone";
    private static final String SOURCE = "account.code.address";
    private static final String ASKER = "account.code.asker";
    private static final String CODE = "account.code.code";

    private static final String NEWEST = """
            id = (select max(id) from account.code
                   where phone_index = :phone and purpose = :purpose and asker_index = :asker)
               and used_at is null and tries_left > 0 and expires_at > :now
            """;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final MachineClock clock;
    private final CodeLimits limits;

    Codes(JdbcClient jdbc, Seal seal, MachineClock clock, CodeLimits limits) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
        this.limits = limits;
    }

    /** 已发情况。What one phone was sent for one purpose within a day. */
    private record Sent(int bySource, int byStrangers, boolean justNow) {}

    /** Keeps a code for this phone, or refuses when it had too many; one at a time for each phone. */
    @Transactional
    void issue(Purpose purpose, Phone phone, Asker asker, String code) {
        var now = clock.instant();
        var phoneIndex = seal.index(PHONE, phone);
        var source = seal.index(SOURCE, asker.source());
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:phone))")
                .param("phone", HexFormat.of().formatHex(phoneIndex))
                .query((row, at) -> true)
                .list();
        refuseTooMany(sent(purpose, phoneIndex, source, now), asker);
        if (issuedBy(source, now.minus(Duration.ofHours(1))) >= limits.sourceAnHour()) {
            throw new Refusal(AccountRefusal.CODE_TOO_MANY_HERE);
        }
        jdbc.sql("""
                insert into account.code (purpose, phone_index, source_index, asker_index, stranger, code_index, issued_at,
                                          expires_at, tries_left)
                values (:purpose, :phone, :source, :asker, :stranger, :code, :now, :until, :tries)
                """)
                .param("purpose", purpose.name())
                .param("phone", phoneIndex)
                .param("source", source)
                .param("asker", seal.index(ASKER, asker.browser()))
                .param("stranger", asker.stranger())
                .param("code", seal.index(CODE, bound(phoneIndex, code)))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(limits.goodFor())))
                .param("tries", limits.tries())
                .update();
    }

    /** Looks without using the code up; a wrong one costs a try. */
    Optional<AccountRefusal> fault(Purpose purpose, Phone phone, Asker asker, String typed) {
        var phoneIndex = seal.index(PHONE, phone);
        return jdbc.sql(
                        "update account.code set tries_left = tries_left - case when code_index = :right then 0 else 1 end"
                                + " where " + NEWEST + " returning code_index = :right")
                .param("right", seal.index(CODE, bound(phoneIndex, typed.strip())))
                .param("phone", phoneIndex)
                .param("purpose", purpose.name())
                .param("asker", seal.index(ASKER, asker.browser()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .optional()
                .map(ok -> ok ? Optional.<AccountRefusal>empty() : Optional.of(AccountRefusal.CODE_WRONG))
                .orElse(Optional.of(AccountRefusal.CODE_EXPIRED));
    }

    /** Uses the code up in the act's own transaction, or refuses: of two acts with one code, one goes through. */
    void use(Purpose purpose, Phone phone, Asker asker, String typed) {
        var phoneIndex = seal.index(PHONE, phone);
        int rows = jdbc.sql("update account.code set used_at = :now where code_index = :right and " + NEWEST)
                .param("right", seal.index(CODE, bound(phoneIndex, typed.strip())))
                .param("phone", phoneIndex)
                .param("purpose", purpose.name())
                .param("asker", seal.index(ASKER, asker.browser()))
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

    Duration goodFor() {
        return limits.goodFor();
    }

    private void refuseTooMany(Sent sent, Asker asker) {
        if (sent.justNow()) {
            throw new Refusal(AccountRefusal.CODE_TOO_SOON);
        }
        boolean newcomer = sent.bySource() < limits.newcomer() && sent.byStrangers() < limits.strangersADayAtMost();
        if (sent.bySource() >= limits.sourceADay()
                || asker.stranger() && sent.byStrangers() >= limits.strangersADay() && !newcomer) {
            throw new Refusal(AccountRefusal.CODE_TOO_MANY);
        }
    }

    private Sent sent(Purpose purpose, byte[] phoneIndex, byte[] source, Instant now) {
        return jdbc.sql("""
                        select count(*) filter (where source_index = :source) as by_source,
                               count(*) filter (where stranger) as by_strangers,
                               coalesce(bool_or(source_index = :source and issued_at > :just), false) as just_now
                          from account.code where phone_index = :phone and purpose = :purpose and issued_at > :since
                        """)
                .param("source", source)
                .param("phone", phoneIndex)
                .param("purpose", purpose.name())
                .param("just", Timestamp.from(now.minus(limits.pause())))
                .param("since", Timestamp.from(now.minus(Duration.ofDays(1))))
                .query(Sent.class)
                .single();
    }

    private long issuedBy(byte[] source, Instant since) {
        return jdbc.sql("select count(*) from account.code where source_index = :source and issued_at > :since")
                .param("source", source)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private static String bound(byte[] phoneIndex, String code) {
        return HexFormat.of().formatHex(phoneIndex) + "|" + code;
    }
}

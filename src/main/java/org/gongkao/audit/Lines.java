package org.gongkao.audit;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;

/** Adds lines and finds them. One insert, no row that two acts would share, so nobody waits for anybody. */
@Repository
class Lines {

    /** Nobody should hand such a thing over; should it happen, it is not kept for ever. */
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(\\d{17}[0-9Xx]|1[3-9]\\d{9})(?![0-9A-Za-z])");

    /** In a subject only what has a date of birth in its place: a unit's code has as many digits. */
    private static final Pattern NUMBER_IN_A_SUBJECT = Pattern.compile(
            "(?<![0-9A-Za-z])(\\d{6}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d{4}[0-9Xx]|1[3-9]\\d{9})(?![0-9A-Za-z])");

    private static final Logger log = LoggerFactory.getLogger(Lines.class);

    private static final int LONGEST_ACT = 60;
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_DETAIL = 500;

    private final JdbcClient jdbc;
    private final MachineClock machine;
    private final BusinessClock business;

    Lines(JdbcClient jdbc, MachineClock machine, BusinessClock business) {
        this.jdbc = jdbc;
        this.machine = machine;
        this.business = business;
    }

    void add(LineKind kind, @Nullable Actor actor, String act, String subject, String detail) {
        jdbc.sql("""
                insert into audit.line (kind, machine_at, business_at, account, role, office, act, subject, detail)
                values (:kind, :machine, :business, :account, :role, :office, :act, :subject, :detail)
                """)
                .param("kind", kind.name())
                .param("machine", Timestamp.from(machine.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("business", Timestamp.from(business.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("account", actor == null ? null : actor.account())
                .param("role", actor == null ? null : actor.role().name())
                .param("office", actor == null ? null : actor.officeText())
                .param("act", fit(act, LONGEST_ACT))
                .param("subject", fit(subject, LONGEST_SUBJECT))
                .param("detail", fit(mask(detail), LONGEST_DETAIL))
                .update();
    }

    /** Without a transaction around it; whoever was refused reads the sentence also when this fails. */
    void addRefused(@Nullable Actor actor, String act, String subject, String detail) {
        var plain = NUMBER_IN_A_SUBJECT.matcher(subject).replaceAll("***");
        try {
            add(LineKind.REFUSED, actor, act, plain, detail);
        } catch (DataAccessException | TransactionException failed) {
            log.error("The line of a refusal is missing from the audit: {} {}, {}", act, plain, detail, failed);
        }
    }

    /** Newest first. */
    List<Line> find(Search search, int atMost) {
        if (search.accounts() != null && search.accounts().isEmpty()) {
            return List.of();
        }
        var after = search.after();
        return jdbc.sql("""
                select id, xid::text as xid, kind, machine_at, business_at, account, role, office, act, subject, detail
                  from audit.line
                 where %s
                 order by machine_at desc, id desc
                 limit :most
                """.formatted(search.conditions()))
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("subject", search.subject())
                .param("accounts", search.accounts())
                .param("from", search.from() == null ? null : Timestamp.from(search.from()))
                .param("until", search.until() == null ? null : Timestamp.from(search.until()))
                .param("afterAt", after == null ? null : Timestamp.from(after.at()))
                .param("afterId", after == null ? null : after.id())
                .param("most", atMost)
                .query((row, at) -> Line.read(row))
                .list();
    }

    private static String mask(String detail) {
        return PERSONAL_NUMBER.matcher(detail).replaceAll("***");
    }

    private static String fit(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}

package org.gongkao.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 账簿结账。Closes the book of a day, in order and for good. Whoever books on that day is waited for; whoever comes after finds it
 * closed, and the table itself says so.
 */
@Component
public class ClosingDays {

    private static final String ROW =
            "select day, number, entries, hash, account_id, closed_at from ledger.closed_day ";

    private final JdbcClient jdbc;

    ClosingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody books on this day, nor closes it, until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(LocalDate day) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(7304, cast(:day as date) - date '2000-01-01')) as locked")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    public Optional<ClosedDay> find(LocalDate day) {
        return jdbc.sql(ROW + "where day = :day")
                .param("day", day)
                .query((row, n) -> read(row))
                .optional();
    }

    public Optional<ClosedDay> last() {
        return jdbc.sql(ROW + "order by day desc limit 1")
                .query((row, n) -> read(row))
                .optional();
    }

    /** The first day that is open; none before anything was booked. */
    public Optional<LocalDate> firstOpen() {
        return jdbc.sql("""
                        select coalesce((select max(day) + 1 from ledger.closed_day), (select min(booked_on) from ledger.entry))
                        """)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** The lock is held by the caller; {@code beside} is the hash of what was held against the book. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ClosedDay close(LocalDate day, String beside, Actor by, Instant at) {
        var last = last();
        var previous = last.map(ClosedDay::hash).orElse("");
        var book = bookHash(day);
        jdbc.sql("""
                insert into ledger.closed_day
                       (day, number, entries, book_hash, beside_hash, previous_hash, hash, account_id, closed_at)
                values (:day, :number, (select count(*) from ledger.entry where booked_on = :day), :book, :beside, :previous,
                        :hash, :account, :at)
                """)
                .param("day", day)
                .param("number", last.map(ClosedDay::number).orElse(0) + 1)
                .param("book", book)
                .param("beside", beside)
                .param("previous", previous)
                .param("hash", chained(previous, day, book, beside))
                .param("account", by.account())
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                insert into ledger.day_sum (day, kind, account, channel, purpose, region_code, level, amount_fen, lines)
                select booked_on, kind, account, channel, purpose, region_code, level, sum(amount_fen), count(*)
                  from ledger.v_line where booked_on = :day
                 group by booked_on, kind, account, channel, purpose, region_code, level
                """).param("day", day).update();
        return find(day).orElseThrow();
    }

    private String bookHash(LocalDate day) {
        return jdbc.sql("select ledger.day_hash(:day)")
                .param("day", day)
                .query(String.class)
                .single();
    }

    static String chained(String previous, LocalDate day, String book, String beside) {
        return Sha256.of(String.join("\n", previous, day.toString(), book, beside));
    }

    /** The latest first. */
    public List<ClosedDay> latest(int limit) {
        return jdbc.sql(ROW + "order by day desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    private static ClosedDay read(ResultSet row) throws SQLException {
        return new ClosedDay(
                row.getObject("day", LocalDate.class),
                row.getInt("number"),
                row.getInt("entries"),
                row.getString("hash"),
                row.getLong("account_id"),
                row.getTimestamp("closed_at").toInstant());
    }
}

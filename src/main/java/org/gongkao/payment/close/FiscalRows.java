package org.gongkao.payment.close;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the treasury's system said, file by file and line by line. */
@Repository
class FiscalRows {

    record Import(long id, LocalDate day, String file, int lines, Money sum, long account, Instant takenAt) {}

    record Line(
            long id,
            LocalDate day,
            ChannelCode channel,
            String slip,
            Money amount,
            @Nullable Instant reversedAt,
            @Nullable String reason) {}

    private static final String LINE =
            "select id, day, channel, slip_no, amount_fen, reversed_at, reversal_reason from payment.fiscal_line ";

    private final JdbcClient jdbc;

    FiscalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One file at a time: two of the same day are not both the first. */
    void lock() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(7306)) as locked")
                .query(Integer.class)
                .single();
    }

    /** Whether this very file counts already: all of its lines reversed, it may come again. */
    boolean isKnown(String hash) {
        return jdbc.sql("""
                        select exists (select 1 from payment.fiscal_import i join payment.fiscal_line l on l.import_id = i.id
                                        where i.hash = :hash and l.reversed_at is null)
                        """).param("hash", hash).query(Boolean.class).single();
    }

    boolean isStated(LocalDate day) {
        return jdbc.sql("select exists (select 1 from payment.fiscal_line where day = :day and reversed_at is null)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    Set<String> known(List<String> slips) {
        return jdbc
                .sql("select slip_no from payment.fiscal_line where reversed_at is null and slip_no in (:slips)")
                .param("slips", slips)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    long add(FiscalFile file, String name, String hash, Money sum, Actor by, Instant now) {
        return jdbc.sql("""
                        insert into payment.fiscal_import (day, file_name, hash, lines, sum_fen, account_id, taken_at)
                        values (:day, :name, :hash, :lines, :sum, :account, :now) returning id
                        """)
                .param("day", file.day())
                .param("name", name)
                .param("hash", hash)
                .param("lines", file.rows().size())
                .param("sum", sum.fen())
                .param("account", by.account())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    long addLine(long file, LocalDate day, FiscalFile.Row row) {
        return jdbc.sql("""
                        insert into payment.fiscal_line (import_id, place, day, channel, slip_no, amount_fen)
                        values (:file, :place, :day, :channel, :slip, :amount) returning id
                        """)
                .param("file", file)
                .param("place", row.line())
                .param("day", day)
                .param("channel", row.channel().name())
                .param("slip", row.slip())
                .param("amount", row.amount().fen())
                .query(Long.class)
                .single();
    }

    Optional<Line> lockLine(long id) {
        return jdbc.sql(LINE + "where id = :id for update")
                .param("id", id)
                .query((row, n) -> line(row))
                .optional();
    }

    void reverse(Line line, String reason, Actor by, Instant now) {
        jdbc.sql("""
                update payment.fiscal_line set reversed_at = :now, reversed_by = :by, reversal_reason = :reason where id = :id
                """)
                .param("now", Timestamp.from(now))
                .param("by", by.account())
                .param("reason", reason)
                .param("id", line.id())
                .update();
    }

    List<Line> lines(LocalDate day) {
        return jdbc.sql(LINE + "where day = :day order by id limit 500")
                .param("day", day)
                .query((row, n) -> line(row))
                .list();
    }

    /** The latest first. */
    List<Import> imports(int limit) {
        return jdbc.sql("""
                        select id, day, file_name, lines, sum_fen, account_id, taken_at from payment.fiscal_import
                         order by id desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> new Import(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        row.getString("file_name"),
                        row.getInt("lines"),
                        new Money(row.getLong("sum_fen")),
                        row.getLong("account_id"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var reversed = row.getTimestamp("reversed_at");
        return new Line(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                ChannelCode.valueOf(row.getString("channel")),
                row.getString("slip_no"),
                new Money(row.getLong("amount_fen")),
                reversed == null ? null : reversed.toInstant(),
                row.getString("reversal_reason"));
    }
}

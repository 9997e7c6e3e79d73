package org.gongkao.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 登记对账单。Keeps what a channel or the bank says it booked: whole, once, and never changed. */
@Component
public class TakingStatements {

    /** 对账单。A statement that was read and found whole; {@code file} is its name where a person handed it in. */
    public record Statement(
            ChannelCode channel,
            LocalDate first,
            LocalDate last,
            @Nullable String file,
            String hash,
            List<StatementLine> lines) {}

    private final JdbcTemplate jdbc;
    private final Audit audit;

    TakingStatements(JdbcTemplate jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The statement's number. The same statement twice is refused; a movement that an earlier one had is not taken again. */
    @Transactional
    public long take(Statement statement, Actor by, Instant now) {
        var id = jdbc.queryForList(
                """
                insert into payment.statement
                       (channel, first_day, last_day, file_name, hash, lines, in_fen, out_fen, account_id, taken_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                """,
                Long.class,
                statement.channel().name(),
                statement.first(),
                statement.last(),
                statement.file(),
                statement.hash(),
                statement.lines().size(),
                sum(statement, StatementLine.Kind.IN),
                sum(statement, StatementLine.Kind.OUT),
                by.account(),
                Timestamp.from(now));
        if (id.isEmpty()) {
            throw new Refusal(PaymentRefusal.STATEMENT_KNOWN);
        }
        int[] place = {0};
        jdbc.batchUpdate("""
                insert into payment.statement_line
                       (statement_id, place, channel, kind, transaction_no, number, amount_fen, booked_at, payer)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (channel, kind, transaction_no) do nothing
                """, statement.lines(), 1_000, (row, line) -> {
            row.setLong(1, id.getFirst());
            row.setInt(2, ++place[0]);
            row.setString(3, statement.channel().name());
            row.setString(4, line.kind().name());
            row.setString(5, line.transaction());
            row.setString(6, line.number());
            row.setLong(7, line.amount().fen());
            row.setTimestamp(8, Timestamp.from(line.at()));
            row.setString(9, line.payer());
        });
        audit.record(
                by,
                "登记对账单",
                "statement:" + id.getFirst(),
                statement.channel().label() + " " + statement.first() + "，"
                        + statement.lines().size() + " 行");
        return id.getFirst();
    }

    private static long sum(Statement statement, StatementLine.Kind kind) {
        return statement.lines().stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(line -> line.amount().fen())
                .sum();
    }
}

package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements that are kept, of channels and of the bank, the latest first. */
@Repository
class StatementList {

    record Kept(
            long id,
            ChannelCode channel,
            LocalDate first,
            LocalDate last,
            @Nullable String file,
            int lines,
            Money in,
            Money out,
            long account,
            Instant takenAt) {}

    private final JdbcClient jdbc;

    StatementList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kept> find(@Nullable ChannelCode channel, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select id, channel, first_day, last_day, file_name, lines, in_fen, out_fen, account_id, taken_at
                          from payment.statement where true %s %s order by id desc limit :limit
                        """.formatted(
                        channel == null ? "" : "and channel = :channel", before == null ? "" : "and id < :before"))
                .param("channel", channel == null ? null : channel.name())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new Kept(
                        row.getLong("id"),
                        ChannelCode.valueOf(row.getString("channel")),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("file_name"),
                        row.getInt("lines"),
                        new Money(row.getLong("in_fen")),
                        new Money(row.getLong("out_fen")),
                        row.getLong("account_id"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }
}

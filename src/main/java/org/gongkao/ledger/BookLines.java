package org.gongkao.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 账簿查询。Lines of the book, the latest first, found by key. */
@Component
public class BookLines {

    /** 查询条件。What lines are looked for; what is null is not asked, and of no charges there are no lines. */
    public record Filter(
            @Nullable LocalDate day,
            @Nullable LedgerAccount account,
            @Nullable List<Long> charges,
            @Nullable String transaction) {}

    /** 账簿行。One line as it stands in the book. */
    public record Row(
            long entry,
            int place,
            EntryKind kind,
            LocalDate day,
            Instant postedAt,
            LedgerAccount account,
            Money amount,
            @Nullable ChannelCode channel,
            @Nullable String purpose,
            @Nullable Long charge,
            @Nullable String transaction,
            @Nullable String region,
            @Nullable Integer level) {

        public Key key() {
            return new Key(entry, place);
        }
    }

    /** 账簿位置。Where a list goes on. */
    public record Key(long entry, int place) {}

    private final JdbcClient jdbc;

    BookLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> find(Filter filter, @Nullable Key after, int limit) {
        var charges = filter.charges();
        return jdbc.sql(sql(filter, after != null))
                .param("day", filter.day())
                .param(
                        "account",
                        filter.account() == null ? null : filter.account().name())
                .param("charges", charges == null ? null : charges.toArray(Long[]::new))
                .param("transaction", filter.transaction())
                .param("entry", after == null ? null : after.entry())
                .param("place", after == null ? null : after.place())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    static String sql(Filter filter, boolean further) {
        return """
                select entry_id, place, kind, booked_on, posted_at, account, amount_fen, channel, purpose, charge_id,
                       transaction_no, region_code, level
                  from ledger.v_line %s
                 order by entry_id desc, place desc limit :limit
                """.formatted(where(filter, further));
    }

    private static String where(Filter filter, boolean further) {
        var conditions = new ArrayList<String>();
        if (filter.day() != null) {
            // Entries of a day have numbers near each other: the range lets a rare account be found by its index.
            conditions.add("booked_on = :day");
            conditions.add("entry_id >= (select min(id) from ledger.entry where booked_on = :day)");
            conditions.add("entry_id <= (select max(id) from ledger.entry where booked_on = :day)");
        }
        if (filter.account() != null) {
            conditions.add("account = :account");
        }
        if (filter.charges() != null) {
            conditions.add("charge_id = any (cast(:charges as bigint[]))");
        }
        if (filter.transaction() != null) {
            conditions.add("channel in ('WECHAT', 'ALIPAY', 'TRANSFER') and transaction_no = :transaction");
        }
        if (further) {
            // Said of both tables, or a list that goes on from deep inside reads all entries before it.
            conditions.add("id <= :entry and (entry_id, place) < (:entry, :place)");
        }
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static Row read(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        return new Row(
                row.getLong("entry_id"),
                row.getInt("place"),
                EntryKind.valueOf(row.getString("kind")),
                row.getObject("booked_on", LocalDate.class),
                row.getTimestamp("posted_at").toInstant(),
                LedgerAccount.valueOf(row.getString("account")),
                new Money(row.getLong("amount_fen")),
                channel == null ? null : ChannelCode.valueOf(channel),
                row.getString("purpose"),
                row.getObject("charge_id", Long.class),
                row.getString("transaction_no"),
                row.getString("region_code"),
                row.getObject("level", Integer.class));
    }
}

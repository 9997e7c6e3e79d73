package org.gongkao.payment.close;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds the book against the channels' statements, movement by movement, and against the treasury's figures, by day and channel. */
@Repository
class Matches {

    /** Movements that a channel would list; the remittance to the treasury is none of them. */
    private static final String MOVED =
            "account = 'CHANNEL' and kind in ('RECEIPT', 'UNCLEAR', 'CORRECTED', 'REFUND_PAID') and transaction_no is not null";

    private static final String DIRECTION = "case when kind = 'REFUND_PAID' then 'OUT' else 'IN' end";

    /** A receipt is known by the channel's number, a refund by ours, which the channel gives back and the book carries. */
    private static final String REFERENCE = "coalesce(number, transaction_no)";

    /** Of a movement all its lines count, on whatever day: an order for many is one movement, and a correction takes one back. */
    private static final String BOTH_SIDES = """
            select t.channel, t.direction, t.reference, s.number, nullif(o.fen, 0) as ours, o.day as our_day,
                   s.fen as theirs, s.day as their_day,
                   exists (select 1 from payment.statement st where st.channel = t.channel and o.day between st.first_day and st.last_day)
                       as stated
              from touched t
              left join lateral (
                   select sum(case when kind = 'REFUND_PAID' then -amount_fen else amount_fen end)::bigint as fen, min(booked_on) as day
                     from ledger.v_line l
                    where l.channel = t.channel and l.transaction_no = t.reference and %s and %s = t.direction) o on true
              left join lateral (
                   select min(number) as number, sum(amount_fen)::bigint as fen,
                          min((booked_at at time zone 'Asia/Shanghai')::date) as day
                     from (select number, amount_fen, booked_at from payment.statement_line
                            where t.direction = 'IN' and channel = t.channel and kind = 'IN' and transaction_no = t.reference
                           union all
                           select number, amount_fen, booked_at from payment.statement_line
                            where t.direction = 'OUT' and channel = t.channel and kind = 'OUT' and %s = t.reference) as lines) s on true
             where nullif(o.fen, 0) is distinct from s.fen or o.day <> s.day
             order by t.channel, t.direction, t.reference
            """.formatted(MOVED, DIRECTION, REFERENCE);

    /** The treasury counts by the channel's day: a receipt by its statement line, everything else as it is booked. */
    private static final String DUE = """
            select day, channel, -sum(fen)::bigint as due from (
                select (s.booked_at at time zone 'Asia/Shanghai')::date as day, l.channel, l.amount_fen as fen
                  from payment.statement_line s
                  join ledger.v_line l on l.channel = s.channel and l.transaction_no = s.transaction_no
                 where s.kind = 'IN' and l.account = 'INCOME' and l.kind = 'RECEIPT'
                   and (s.booked_at at time zone 'Asia/Shanghai')::date = any(string_to_array(:days, ',')::date[])
                   and s.channel in ('WECHAT', 'ALIPAY', 'TRANSFER')
                union all
                select l.booked_on, l.channel, l.amount_fen
                  from ledger.v_line l
                 where l.account = 'INCOME' and l.booked_on = any(string_to_array(:days, ',')::date[])
                   and (l.kind <> 'RECEIPT' or not exists (
                        select 1 from payment.statement_line s
                         where s.channel = l.channel and s.kind = 'IN' and s.transaction_no = l.transaction_no))) as income
             where channel is not null group by day, channel
            """;

    private final JdbcClient jdbc;

    Matches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Two who hold everything against everything would find each difference twice. Compiling the plan costs more here than it
     * saves, so it is not done in this transaction.
     */
    void lock() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(7305), set_config('jit', 'off', true)) as locked")
                .query(Integer.class)
                .single();
    }

    /** All that was moved on these days, on one side or the other, and does not agree. */
    List<Match> unequal(Collection<LocalDate> days) {
        return jdbc.sql("""
                        with touched as (
                            select channel, %s as direction, transaction_no as reference from ledger.v_line
                             where %s and booked_on = any(string_to_array(:days, ',')::date[])
                            union
                            select channel, kind, case kind when 'IN' then transaction_no else %s end from payment.statement_line
                             where (booked_at at time zone 'Asia/Shanghai')::date = any(string_to_array(:days, ',')::date[])
                               and channel in ('WECHAT', 'ALIPAY', 'TRANSFER'))
                        """.formatted(DIRECTION, MOVED, REFERENCE) + BOTH_SIDES)
                .param("days", list(days))
                .query((row, n) -> read(row))
                .list();
    }

    /** One movement, when it does not agree. */
    List<Match> unequal(ChannelCode channel, StatementLine.Kind direction, String reference) {
        return jdbc.sql("""
                        with touched as (select :channel::text as channel, :direction::text as direction,
                                                :reference::text as reference)
                        """ + BOTH_SIDES)
                .param("channel", channel.name())
                .param("direction", direction.name())
                .param("reference", reference)
                .query((row, n) -> read(row))
                .list();
    }

    /** What the treasury should have got of each day, by channel, and what it says it got; {@code known} when it said anything. */
    record Due(LocalDate day, ChannelCode channel, Money due, Money got, boolean stated, boolean known) {

        boolean agrees() {
            return due.equals(got);
        }

        Found found() {
            return new Found(
                    stated ? DifferenceKind.FISCAL_AMOUNT : DifferenceKind.FISCAL_MISSING,
                    channel,
                    day.toString(),
                    day,
                    null,
                    due,
                    got);
        }
    }

    List<Due> fiscal(Collection<LocalDate> days) {
        return jdbc.sql("""
                        with due as (%s), got as (
                            select day, channel, sum(amount_fen)::bigint as got from payment.fiscal_line
                             where day = any(string_to_array(:days, ',')::date[]) and reversed_at is null group by day, channel)
                        select day, channel, coalesce(due, 0) as due, coalesce(got, 0) as got, got is not null as stated,
                               exists (select 1 from payment.fiscal_import i where i.day = both_sides.day) as known
                          from (select day, channel, due, got from due full join got using (day, channel)) as both_sides
                         order by day, channel
                        """.formatted(DUE))
                .param("days", list(days))
                .query((row, n) -> new Due(
                        row.getObject("day", LocalDate.class),
                        ChannelCode.valueOf(row.getString("channel")),
                        new Money(row.getLong("due")),
                        new Money(row.getLong("got")),
                        row.getBoolean("stated"),
                        row.getBoolean("known")))
                .list();
    }

    /** Closed days for which a statement or the treasury's figures came after they were closed. */
    List<LocalDate> late(LocalDate lastClosed) {
        return jdbc.sql("""
                        select distinct day::date from payment.statement s,
                               generate_series(s.first_day, least(s.last_day, :last::date), interval '1 day') as day
                         where s.first_day <= :last
                           and not exists (select 1 from payment.closed_source c where c.statement_id = s.id and c.day = day::date)
                           and day::date >= (select min(c.day) from ledger.v_closed_day c)
                        union
                        select day from payment.fiscal_import i
                         where day <= :last and not exists (select 1 from payment.closed_source c where c.import_id = i.id)
                        """).param("last", lastClosed).query(LocalDate.class).list();
    }

    /** Orders of statement lines that the book knows nothing of. */
    List<String> unheard(long statement) {
        return jdbc.sql("""
                        select s.number from payment.statement_line s
                         where s.statement_id = :statement and s.kind = 'IN' and s.number is not null
                           and not exists (select 1 from ledger.v_line l
                                            where l.channel = s.channel and l.transaction_no = s.transaction_no)
                         order by s.place
                        """).param("statement", statement).query(String.class).list();
    }

    private static String list(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
    }

    private static Match read(ResultSet row) throws SQLException {
        return new Match(
                ChannelCode.valueOf(row.getString("channel")),
                StatementLine.Kind.valueOf(row.getString("direction")),
                row.getString("reference"),
                row.getString("number"),
                money(row, "ours"),
                row.getObject("our_day", LocalDate.class),
                money(row, "theirs"),
                row.getObject("their_day", LocalDate.class),
                row.getBoolean("stated"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var fen = row.getObject(column, Long.class);
        return fen == null ? null : new Money(fen);
    }
}

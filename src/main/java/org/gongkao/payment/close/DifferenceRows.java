package org.gongkao.payment.close;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.PayerSearch;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Differences and what happened to them. */
@Repository
class DifferenceRows {

    private static final String ROW = """
            select id, day, kind, channel, mark,
                   -- What the statement lacks has no number of its line: the receipt knows the order.
                   coalesce(number, (select min(r.order_number) from payment.receipt r
                                      where mark like 'IN:%' and r.channel = difference.channel and r.transaction_no = substr(mark, 4)))
                       as number,
                   ours_fen, theirs_fen, state, by_itself, owner_account, note, found_at, acted_at,
                   acted_by, version
              from payment.difference
            """;

    private static final String BY_ITSELF = "双方记账日不同，金额一致，系统自动说明。";

    /** What is not settled: how many, how many of them explained, and their amounts added up without their signs. */
    record Unsettled(long count, long explained, Money sum) {}

    private final JdbcClient jdbc;
    private final PayerSearch payers;

    DifferenceRows(JdbcClient jdbc, PayerSearch payers) {
        this.jdbc = jdbc;
        this.payers = payers;
    }

    Unsettled unsettled() {
        return jdbc.sql("""
                        select count(*) as count, count(*) filter (where state = 'EXPLAINED') as explained,
                               coalesce(sum(abs(theirs_fen - ours_fen)), 0)::bigint as fen
                          from payment.difference where state <> 'SETTLED' and kind <> 'DAY'
                        """)
                .query((row, n) ->
                        new Unsettled(row.getLong("count"), row.getLong("explained"), new Money(row.getLong("fen"))))
                .single();
    }

    /** Unsettled differences by their day. */
    Map<LocalDate, Unsettled> unsettledByDay() {
        return jdbc
                .sql("""
                        select day, count(*) as count, count(*) filter (where state = 'EXPLAINED') as explained,
                               coalesce(sum(abs(theirs_fen - ours_fen)), 0)::bigint as fen
                          from payment.difference where state <> 'SETTLED' and kind <> 'DAY' group by day
                        """)
                .query((row, n) -> Map.entry(
                        row.getObject("day", LocalDate.class),
                        new Unsettled(row.getLong("count"), row.getLong("explained"), new Money(row.getLong("fen")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What nobody has settled, without those that are only booked on another day. */
    List<Difference> allUnsettled() {
        return jdbc.sql(ROW + " where state <> 'SETTLED' and kind <> 'DAY' order by id")
                .query((row, n) -> read(row))
                .list();
    }

    /** The unsettled first, those of another day last. */
    List<Difference> of(LocalDate day, int limit) {
        return jdbc.sql(ROW + " where day = :day order by kind = 'DAY', state = 'SETTLED', id limit :limit")
                .param("day", day)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** All days, the latest found first. */
    Page<Difference> list(DifferenceFilter.Asked asked, @Nullable Long before, int limit, Actor reader) {
        var term = asked.term();
        var rows = jdbc.sql(sql(asked))
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("day", asked.day())
                .param("term", term)
                .param(
                        "payers",
                        term.isEmpty() ? null : payers.charges(term, reader).toArray(Long[]::new))
                .param("limit", limit + 1)
                .query((row, n) -> read(row))
                .list();
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                List.copyOf(shown), more ? Long.toString(shown.getLast().id()) : null);
    }

    static String sql(DifferenceFilter.Asked asked) {
        var found = asked.term().isEmpty() ? "" : """
                 and id in (select id from payment.difference where number = :term
                            union select id from payment.difference where mark in ('IN:' || :term, 'OUT:' || :term)
                            union select f.id from (%1$s) as n (number) join payment.difference f on f.number = n.number
                            union select f.id from (%1$s) as n (number) join payment.difference f on f.mark = 'OUT:' || n.number
                            union select f.id from payment.receipt r join payment.difference f on f.mark = 'IN:' || r.transaction_no
                                   where r.charge_id = any (cast(:payers as bigint[])))
                """.formatted(PayerSearch.NUMBERS);
        return ROW + " where id < :before" + asked.state().condition() + (asked.day() == null ? "" : " and day = :day")
                + found + " order by id desc limit :limit";
    }

    Optional<Difference> lock(long id) {
        return jdbc.sql(ROW + " where id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /**
     * Writes down what was found. What is there already stays as it is; only what differs otherwise than before, or differs
     * again after it had healed, is open once more.
     */
    void find(Found found, Instant now) {
        boolean isDay = found.kind() == DifferenceKind.DAY;
        var before = jdbc.sql(ROW + " where kind = :kind and channel = :channel and mark = :mark for update")
                .param("kind", found.kind().name())
                .param("channel", found.channel().name())
                .param("mark", found.mark())
                .query((row, n) -> read(row))
                .optional();
        if (before.isEmpty()) {
            long id = jdbc.sql("""
                            insert into payment.difference
                                   (day, kind, channel, mark, number, ours_fen, theirs_fen, state, by_itself, note, found_at)
                            values (:day, :kind, :channel, :mark, :number, :ours, :theirs, :state, :itself, :note, :now) returning id
                            """)
                    .param("day", found.day())
                    .param("kind", found.kind().name())
                    .param("channel", found.channel().name())
                    .param("mark", found.mark())
                    .param("number", found.number())
                    .param("ours", found.ours().fen())
                    .param("theirs", found.theirs().fen())
                    .param("state", isDay ? "EXPLAINED" : "OPEN")
                    .param("itself", isDay)
                    .param("note", isDay ? BY_ITSELF : "")
                    .param("now", Timestamp.from(now))
                    .query(Long.class)
                    .single();
            addAct(
                    id,
                    DifferenceAct.FIND,
                    isDay ? DifferenceState.EXPLAINED : DifferenceState.OPEN,
                    isDay ? BY_ITSELF : "",
                    Actor.SYSTEM,
                    now);
            return;
        }
        var there = before.get();
        boolean otherwise =
                !there.ours().equals(found.ours()) || !there.theirs().equals(found.theirs());
        if (otherwise) {
            jdbc.sql("update payment.difference set ours_fen = :ours, theirs_fen = :theirs where id = :id")
                    .param("ours", found.ours().fen())
                    .param("theirs", found.theirs().fen())
                    .param("id", there.id())
                    .update();
        }
        if (there.state() == DifferenceState.SETTLED && (otherwise || there.byItself())) {
            write(there, DifferenceAct.RECUR, "再次对账时仍有差异。", there.owner(), Actor.SYSTEM, now);
        }
    }

    /** The move and its line. */
    void write(Difference difference, DifferenceAct act, String note, @Nullable Long owner, Actor by, Instant now) {
        var to = difference.after(act).orElseThrow(() -> new Refusal(CloseRefusal.NOTHING_TO_DO));
        int rows = jdbc.sql("""
                        update payment.difference
                           set state = :to, by_itself = :itself, owner_account = :owner, note = case when :note = '' then note else :note end,
                               acted_at = :now, acted_by = :by, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("to", to.name())
                .param("itself", act == DifferenceAct.HEAL)
                .param("owner", owner)
                .param("note", note)
                .param("now", Timestamp.from(now))
                .param("by", by.account())
                .param("id", difference.id())
                .param("version", difference.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        addAct(difference.id(), act, to, note, by, now);
    }

    private void addAct(long id, DifferenceAct act, DifferenceState after, String note, Actor by, Instant now) {
        jdbc.sql("""
                insert into payment.difference_act (difference_id, act, state_after, note, account_id, acted_at)
                values (:id, :act, :after, :note, :by, :now)
                """)
                .param("id", id)
                .param("act", act.name())
                .param("after", after.name())
                .param("note", note)
                .param("by", by.account())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Orders to ask the channel about once more: its statement has their money, the book does not. Each a few times only. */
    List<String> toAsk(int limit) {
        return jdbc.sql("""
                        with due as materialized (select id from payment.difference
                               where state <> 'SETTLED' and kind = 'MISSING_HERE' and mark like 'IN:%' and number is not null
                                 and asked < 10
                               order by id limit :limit for update skip locked)
                        update payment.difference set asked = asked + 1 where id in (select id from due)
                        returning number
                        """).param("limit", limit).query(String.class).list();
    }

    private static Difference read(ResultSet row) throws SQLException {
        var acted = row.getTimestamp("acted_at");
        return new Difference(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                DifferenceKind.valueOf(row.getString("kind")),
                ChannelCode.valueOf(row.getString("channel")),
                row.getString("mark"),
                row.getString("number"),
                new Money(row.getLong("ours_fen")),
                new Money(row.getLong("theirs_fen")),
                DifferenceState.valueOf(row.getString("state")),
                row.getBoolean("by_itself"),
                row.getObject("owner_account", Long.class),
                row.getString("note"),
                row.getTimestamp("found_at").toInstant(),
                acted == null ? null : acted.toInstant(),
                row.getObject("acted_by", Long.class),
                row.getInt("version"));
    }
}

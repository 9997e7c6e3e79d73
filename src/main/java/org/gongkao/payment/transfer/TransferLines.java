package org.gongkao.payment.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.StatementLine;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.WhoPaid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of bank statements, whose money each was found to be, and who found it. */
@Repository
class TransferLines {

    /** 银行流水。A line as it stands. */
    record Line(
            long id,
            boolean in,
            String serial,
            Money amount,
            Instant at,
            String name,
            String purpose,
            LineState state,
            @Nullable String order,
            @Nullable String code,
            @Nullable Money due,
            @Nullable String refund,
            int version) {

        WhoPaid.Asked money() {
            return WhoPaid.Asked.ofNumber(refund == null ? order : refund);
        }
    }

    /** 认领经过。What an officer did with a line. */
    record Done(LineAct act, String order, String reason, long account, String name, Instant at) {}

    /** 流水筛选。What of the lines is shown. */
    record Filter(@Nullable LineState state, String term) {}

    /** A line that a new statement brings, with what its purpose says. */
    record New(
            BankLine line,
            LineState state,
            @Nullable String order,
            @Nullable String refund) {}

    private static final String ROW = """
            select l.id, l.kind, l.serial, l.amount_fen, l.booked_at, l.other_name, l.purpose, l.state, l.order_number, t.code,
                   t.amount_fen as due, l.refund_number, l.version
              from payment.transfer_line l left join payment.transfer_code t on t.order_number = l.order_number
            """;

    private static final int LOOK_UP_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PayerSearch payers;

    TransferLines(JdbcClient jdbc, JdbcTemplate batches, PayerSearch payers) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.payers = payers;
    }

    /** What came for this order, the right sum before others. */
    Optional<ChannelAnswer> paidFor(String order) {
        return jdbc.sql("""
                        select l.serial, l.amount_fen, l.booked_at
                          from payment.transfer_line l join payment.transfer_code t on t.order_number = l.order_number
                         where l.order_number = :order and l.state in ('MATCHED', 'ASSIGNED')
                         order by l.amount_fen <> t.amount_fen, l.booked_at, l.id limit 1
                        """)
                .param("order", order)
                .<ChannelAnswer>query((row, n) -> new ChannelAnswer.Paid(
                        order,
                        row.getString("serial"),
                        new Money(row.getLong("amount_fen")),
                        null,
                        row.getTimestamp("booked_at").toInstant()))
                .optional();
    }

    boolean hasCome(String serial) {
        return jdbc.sql("select exists (select 1 from payment.transfer_line where kind = 'IN' and serial = :serial)")
                .param("serial", serial)
                .query(Boolean.class)
                .single();
    }

    Optional<RefundAnswer> refundedBy(String number) {
        return jdbc.sql("""
                        select serial, amount_fen, booked_at from payment.transfer_line where refund_number = :number
                        """)
                .param("number", number)
                .<RefundAnswer>query((row, n) -> new RefundAnswer.Done(
                        number,
                        row.getString("serial"),
                        new Money(row.getLong("amount_fen")),
                        row.getTimestamp("booked_at").toInstant()))
                .optional();
    }

    /** Those of these lines that an earlier statement had, by kind and serial number: what they were. */
    Map<String, BankLine> known(Collection<BankLine> lines) {
        var found = new HashMap<String, BankLine>();
        var serials = lines.stream().map(BankLine::serial).toList();
        for (int from = 0; from < serials.size(); from += LOOK_UP_AT_ONCE) {
            jdbc.sql(
                            "select kind, serial, amount_fen, booked_at, other_name, purpose from payment.transfer_line where serial in (:serials)")
                    .param("serials", serials.subList(from, Math.min(serials.size(), from + LOOK_UP_AT_ONCE)))
                    .query(row -> {
                        var line = new BankLine(
                                0,
                                StatementLine.Kind.valueOf(row.getString("kind")),
                                row.getString("serial"),
                                new Money(row.getLong("amount_fen")),
                                row.getTimestamp("booked_at").toInstant(),
                                row.getString("other_name"),
                                row.getString("purpose"));
                        found.put(line.serial(), line);
                    });
        }
        return found;
    }

    /** One statement after the other: two that share lines must not wait for each other. */
    void lockTaking() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('payment.transfer_line'))::text")
                .query(String.class)
                .single();
    }

    /** The new lines of this statement, in its order; what another statement brings in the same moment is its own. */
    List<Line> add(long statement, List<New> news) {
        batches.batchUpdate("""
                insert into payment.transfer_line
                       (statement_id, kind, serial, amount_fen, booked_at, other_name, purpose, state, order_number, refund_number)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (kind, serial) do nothing
                """, news, 1_000, (row, one) -> {
            var line = one.line();
            row.setLong(1, statement);
            row.setString(2, line.kind().name());
            row.setString(3, line.serial());
            row.setLong(4, line.amount().fen());
            row.setTimestamp(5, Timestamp.from(line.at()));
            row.setString(6, line.name());
            row.setString(7, line.purpose());
            row.setString(8, one.state().name());
            row.setString(9, one.order());
            row.setString(10, one.refund());
        });
        return jdbc.sql(ROW + " where l.statement_id = :statement order by l.id")
                .param("statement", statement)
                .query((row, n) -> read(row))
                .list();
    }

    /** Newest first. All of finance sees all of the bank's lines: whose money it is, is what they find out. */
    Page<Line> list(Filter filter, @Nullable Long before, int most, Actor reader) {
        var state = filter.state();
        var term = filter.term();
        var rows = jdbc.sql(sql(filter, before != null))
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("term", term.replace(" ", ""))
                .param("start", term.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param(
                        "payers",
                        term.isEmpty() ? null : payers.charges(term, reader).toArray(Long[]::new))
                .param("most", most + 1)
                .query((row, n) -> read(row))
                .list();
        boolean more = rows.size() > most;
        var shown = more ? rows.subList(0, most) : rows;
        return new Page<>(shown, more ? Long.toString(shown.getLast().id()) : null);
    }

    static String sql(Filter filter, boolean further) {
        var where = new ArrayList<String>();
        if (filter.state() != null) {
            where.add("l.state = :state");
        }
        if (further) {
            where.add("l.id < :before");
        }
        if (!filter.term().isEmpty()) {
            where.add("""
                    l.id in (select id from payment.transfer_line where serial like :start
                             union select id from payment.transfer_line where other_name like :start
                             union select f.id from payment.transfer_line f join payment.transfer_code k on k.order_number = f.order_number
                                    where k.code = :term
                             union select f.id from (%1$s) as n (number) join payment.transfer_line f on f.order_number = n.number
                             union select f.id from (%1$s) as n (number) join payment.transfer_line f on f.refund_number = n.number)
                    """.formatted(PayerSearch.NUMBERS));
        }
        return ROW + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by l.id desc limit :most";
    }

    /** How many lines wait for an officer, by state. */
    Map<LineState, Integer> waiting() {
        var counts = new HashMap<LineState, Integer>();
        jdbc.sql(
                        "select state, count(*) as lines from payment.transfer_line where state in ('UNMATCHED', 'PROPOSED') group by state")
                .query(row -> {
                    counts.put(LineState.valueOf(row.getString("state")), row.getInt("lines"));
                });
        return counts;
    }

    Line get(long id, Actor reader) {
        return one(id, "", reader);
    }

    Line lock(long id, Actor officer) {
        return one(id, " for update of l", officer);
    }

    private Line one(long id, String lock, Actor by) {
        return jdbc.sql(ROW + " where l.id = :id" + lock)
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    void move(Line seen, LineState to, @Nullable String order) {
        int rows = jdbc.sql("""
                        update payment.transfer_line set state = :to, order_number = :order, version = version + 1
                         where id = :id and state = :from and version = :version
                        """)
                .param("to", to.name())
                .param("order", order)
                .param("id", seen.id())
                .param("from", seen.state().name())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    void write(Line line, LineAct act, String order, String reason, Actor by, Instant now) {
        jdbc.sql("""
                insert into payment.transfer_line_act (line_id, act, order_number, reason, account_id, actor_name, at)
                values (:line, :act, :order, :reason, :account, :name, :now)
                """)
                .param("line", line.id())
                .param("act", act.name())
                .param("order", order)
                .param("reason", reason)
                .param("account", by.account())
                .param("name", by.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Done> history(Line line) {
        return jdbc.sql("""
                        select act, order_number, reason, account_id, actor_name, at
                          from payment.transfer_line_act where line_id = :line order by id
                        """)
                .param("line", line.id())
                .query((row, n) -> new Done(
                        LineAct.valueOf(row.getString("act")),
                        row.getString("order_number"),
                        row.getString("reason"),
                        row.getLong("account_id"),
                        row.getString("actor_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Line read(ResultSet row) throws SQLException {
        var due = row.getObject("due", Long.class);
        return new Line(
                row.getLong("id"),
                row.getString("kind").equals("IN"),
                row.getString("serial"),
                new Money(row.getLong("amount_fen")),
                row.getTimestamp("booked_at").toInstant(),
                row.getString("other_name"),
                row.getString("purpose"),
                LineState.valueOf(row.getString("state")),
                row.getString("order_number"),
                row.getString("code"),
                due == null ? null : new Money(due),
                row.getString("refund_number"),
                row.getInt("version"));
    }
}

package org.gongkao.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 缴费差异库。Money that does not fit: booked as unclear, told once however often the channel reports it. */
@Repository
public class Discrepancies {

    /** 差异类别。Why the money does not fit. */
    enum Kind {
        AMOUNT("金额不符"),
        PAYER("付款人不符"),
        LATE("逾期后到账"),
        DOUBLE("重复缴费"),
        UNEXPECTED("缴费单已了结"),
        NO_ORDER("没有对应的订单"),
        /** The channel speaks of a refund as we never asked for it. No money of the book: nothing is booked. */
        REFUND("退款报告不符");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** 差异。One payment that does not fit its charge; {@code gone} when it went back, or the channel took back its word. */
    record Discrepancy(
            long id,
            Kind kind,
            @Nullable Long charge,
            @Nullable String chargeNumber,
            @Nullable ChargeState chargeState,
            @Nullable Money due,
            String orderNumber,
            ChannelCode channel,
            String transaction,
            Money amount,
            Instant paidAt,
            @Nullable Instant decidedAt,
            boolean gone,
            @Nullable String note) {

        WhoPaid.Asked money() {
            return new WhoPaid.Asked(charge, orderNumber);
        }
    }

    /**
     * Of {@code d}: the money has gone back, or the channel took back what it had said. What a person noted moves no money.
     * {@code offset 0} keeps the database from reading all refunds and the whole book beforehand, as it does for a long list.
     */
    public static final String GONE = """
            (exists (select 1 from payment.refund g where g.discrepancy_id = d.id and g.state = 'DONE' offset 0)
             or exists (select 1 from ledger.v_line g where g.source = 'corrected:' || d.id offset 0))
            """;

    private static final String ROW = """
            select d.id, d.kind, d.charge_id, c.number, c.state, c.amount_fen as due, d.order_number, d.channel,
                   d.transaction_no, d.amount_fen, d.paid_at, d.decided_at, d.note,
            """ + GONE + """
             as gone
              from payment.discrepancy d left join payment.charge c on c.id = d.charge_id
            """;

    private final JdbcClient jdbc;
    private final Bookkeeping ledger;
    private final ApplicationEventPublisher events;
    private final PayerSearch payers;

    Discrepancies(JdbcClient jdbc, Bookkeeping ledger, ApplicationEventPublisher events, PayerSearch payers) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.events = events;
        this.payers = payers;
    }

    void add(
            Kind kind,
            @Nullable Charge charge,
            ChannelCode channel,
            ChannelAnswer.Paid paid,
            Money amount,
            Instant now) {
        jdbc.sql("""
                insert into payment.discrepancy
                       (kind, charge_id, channel, order_number, transaction_no, amount_fen, paid_at, found_at)
                values (:kind, :charge, :channel, :order, :transaction, :amount, :paid, :now)
                on conflict do nothing returning id
                """)
                .param("kind", kind.name())
                .param("charge", charge == null ? null : charge.id())
                .param("channel", channel.name())
                .param("order", paid.orderNumber())
                .param("transaction", paid.transaction())
                .param("amount", amount.fen())
                .param("paid", Timestamp.from(paid.paidAt()))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .ifPresent(id -> {
                    book("discrepancy:" + id, EntryKind.UNCLEAR, charge, channel, paid.transaction(), amount, now);
                    events.publishEvent(new UnclearMoney(id));
                });
    }

    /** What a channel said of a refund and cannot be so: for finance to look at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addOfRefund(@Nullable Long charge, ChannelCode channel, RefundAnswer.Done said, Instant now) {
        jdbc.sql("""
                insert into payment.discrepancy
                       (kind, charge_id, channel, order_number, transaction_no, amount_fen, paid_at, found_at)
                values ('REFUND', :charge, :channel, :number, :transaction, :amount, :at, :now)
                on conflict do nothing
                """)
                .param("charge", charge)
                .param("channel", channel.name())
                .param("number", said.refundNumber())
                .param("transaction", said.transaction())
                .param("amount", said.amount().fen())
                .param("at", Timestamp.from(said.at()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * The channel now says of this movement what fits: what it had said of amount or payer before is taken back, in the list
     * and in the book, also where a person had noted something about it meanwhile.
     */
    void correct(ChannelCode channel, ChannelAnswer.Paid paid, Instant now) {
        jdbc.sql("""
                update payment.discrepancy d
                   set decided_at = coalesce(decided_at, :now), decided_by = coalesce(decided_by, 0),
                       note = concat_ws('；', note, '渠道更正了它的报告')
                 where order_number = :order and transaction_no = :transaction and kind in ('AMOUNT', 'PAYER')
                   and not exists (select 1 from payment.refund r
                                    where r.discrepancy_id = d.id and r.state in ('SENT', 'DISPUTED', 'FAILED', 'DONE'))
                   and not exists (select 1 from ledger.v_line l where l.source = 'corrected:' || d.id)
                returning id, amount_fen
                """)
                .param("now", Timestamp.from(now))
                .param("order", paid.orderNumber())
                .param("transaction", paid.transaction())
                .query((row, n) -> book(
                        "corrected:" + row.getLong("id"),
                        EntryKind.CORRECTED,
                        null,
                        channel,
                        paid.transaction(),
                        Money.ZERO.minus(new Money(row.getLong("amount_fen"))),
                        now))
                .list();
    }

    private boolean book(
            String source,
            EntryKind kind,
            @Nullable Charge charge,
            ChannelCode channel,
            String transaction,
            Money amount,
            Instant now) {
        var about = charge == null
                ? new Posting.About(channel, null, null, transaction, null, null)
                : charge.about(channel, transaction);
        return ledger.post(
                Posting.of(source, kind, LedgerAccount.CHANNEL, LedgerAccount.UNCLEAR, amount, about),
                Actor.SYSTEM,
                now);
    }

    /** Undecided first, then the latest: one after the other, so that each goes on by its own key. */
    Page<Discrepancy> list(DiscrepancySearch search, int limit, Actor reader) {
        Long[] found = search.term().isEmpty()
                ? null
                : payers.charges(search.term(), reader).toArray(Long[]::new);
        var rows = new ArrayList<Discrepancy>();
        if (search.takes(true)) {
            rows.addAll(list(search, true, found, limit + 1));
        }
        if (search.takes(false) && rows.size() <= limit) {
            rows.addAll(list(search, false, found, limit + 1 - rows.size()));
        }
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var shown = List.copyOf(rows.subList(0, limit));
        return new Page<>(shown, DiscrepancySearch.key(shown.getLast()));
    }

    private List<Discrepancy> list(DiscrepancySearch search, boolean open, Long @Nullable [] found, int limit) {
        return jdbc.sql(sql(open, found != null))
                .param("before", search.before(open))
                .param("term", search.term())
                .param("payers", found)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    static String sql(boolean open, boolean asked) {
        var found = asked ? """
                 and d.id in (select id from payment.discrepancy where order_number = :term
                              union select id from payment.discrepancy where transaction_no = :term
                              union select id from payment.discrepancy where charge_id = any (cast(:payers as bigint[]))
                              union select f.id from (%s) as n (number) join payment.discrepancy f
                                        on f.order_number = n.number and f.charge_id is null)
                """.formatted(PayerSearch.NUMBERS) : "";
        return ROW + " where d.decided_at is " + (open ? "" : "not ") + "null and d.id < :before" + found
                + " order by d.id desc limit :limit";
    }

    /** How many wait for somebody of finance. */
    int waiting() {
        return jdbc.sql("select count(*) from payment.discrepancy where decided_at is null")
                .query(Integer.class)
                .single();
    }

    /** Whose money it is about: of which order. */
    Optional<String> order(long id) {
        return jdbc.sql("select order_number from payment.discrepancy where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<Discrepancy> lock(long id) {
        return jdbc.sql(ROW + " where d.id = :id for update of d")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    void decide(long id, Actor by, String note, Instant now) {
        jdbc.sql("update payment.discrepancy set decided_at = :now, decided_by = :by, note = :note where id = :id")
                .param("now", Timestamp.from(now))
                .param("by", by.account())
                .param("note", note)
                .param("id", id)
                .update();
    }

    boolean anyOpen(String order) {
        return jdbc.sql("""
                        select exists (select 1 from payment.discrepancy where order_number = :order and decided_at is null)
                        """).param("order", order).query(Boolean.class).single();
    }

    private static Discrepancy read(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var decided = row.getTimestamp("decided_at");
        var charge = row.getObject("charge_id", Long.class);
        return new Discrepancy(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                charge,
                row.getString("number"),
                state == null ? null : ChargeState.valueOf(state),
                charge == null ? null : new Money(row.getLong("due")),
                row.getString("order_number"),
                ChannelCode.valueOf(row.getString("channel")),
                row.getString("transaction_no"),
                new Money(row.getLong("amount_fen")),
                row.getTimestamp("paid_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getBoolean("gone"),
                row.getString("note"));
    }
}

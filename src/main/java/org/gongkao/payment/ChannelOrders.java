package org.gongkao.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders that were sent to channels, whose charges they pay, the payments that came of them, and which are to be asked about. */
@Repository
class ChannelOrders {

    /** 在途订单。What is known of an order that was sent. */
    record Sent(String number, ChannelCode channel, Money amount, String payer, String request) {}

    /** 订单份额。What of an order's sum is for which charge. */
    record Share(long charge, Money amount) {}

    /** 待询订单。An order whose turn it is to be asked about; the channel is to end it when {@code close} says so. */
    record Due(String order, ChannelCode channel, boolean close) {}

    /** While somebody asks, nobody else does; should the process die meanwhile, the order comes up again after this. */
    private static final String CLAIM = "interval '30 seconds'";

    /**
     * One of several for whom a unit pays does not end the order of the others by wanting out: it ends when all of them do,
     * or with the first bell.
     */
    private static final String MUST_CLOSE = """
            (c.deadline <= :now or c.closing and not exists (
                select 1 from payment.charge other
                 where other.order_number = c.order_number and not other.closing and other.state in ('UNKNOWN', 'PREPARED')))
            """;

    /** Of {@code c}: the order that it is in, and that has neither ended nor brought what it should, is its unit's, for many. */
    static final String BY_UNIT = """
            (c.person_id is not null and c.state in ('UNKNOWN', 'PREPARED', 'DISPUTED')
             and exists (select 1 from payment.channel_order u
                          where u.order_number = c.order_number and u.payer like '%s%%'))
            """.formatted(Payer.UNIT_MARK);

    private final JdbcClient jdbc;

    ChannelOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no other order of this key has: letters, digits and a line below, as all channels take them. */
    String nextNumber(String key) {
        int before = jdbc.sql("select count(*) from payment.channel_order where payment_key = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
        return key + "_" + (before + 1);
    }

    void add(String key, ChannelOrder order, ChannelCode channel, List<Charge> charges, Actor by, Instant now) {
        jdbc.sql("""
                insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
                values (:number, :key, :channel, :amount, :payer, :request, :account, :now)
                """)
                .param("number", order.number())
                .param("key", key)
                .param("channel", channel.name())
                .param("amount", order.amount().fen())
                .param("payer", order.payer())
                .param("request", order.request(channel))
                .param("account", by.account())
                .param("now", Timestamp.from(now))
                .update();
        for (var charge : charges) {
            jdbc.sql("insert into payment.order_share (order_number, charge_id, amount_fen) values (?, ?, ?)")
                    .params(order.number(), charge.id(), charge.amount().fen())
                    .update();
        }
    }

    Optional<Sent> find(String number) {
        return jdbc.sql(
                        "select order_number, channel, amount_fen, payer, request from payment.channel_order where order_number = :n")
                .param("n", number)
                .query((row, n) -> new Sent(
                        row.getString("order_number"),
                        ChannelCode.valueOf(row.getString("channel")),
                        new Money(row.getLong("amount_fen")),
                        row.getString("payer"),
                        row.getString("request")))
                .optional();
    }

    /** Whether the order that the charge is in is its unit's, for many. */
    boolean isByUnit(Charge charge) {
        return jdbc.sql("select " + BY_UNIT + " from payment.charge c where c.id = :id")
                .param("id", charge.id())
                .query(Boolean.class)
                .single();
    }

    /** The payment for many that the order was of, once its unit has given it up. */
    Optional<Long> givenUp(String number) {
        return jdbc.sql("""
                        select e.collective_id
                          from payment.channel_order o join payment.collective k on k.number = o.payment_key
                          join payment.collective_end e on e.collective_id = k.id
                         where o.order_number = :n
                        """).param("n", number).query(Long.class).optional();
    }

    List<Share> shares(String number) {
        return jdbc.sql(
                        "select charge_id, amount_fen from payment.order_share where order_number = :n order by charge_id")
                .param("n", number)
                .query((row, n) -> new Share(row.getLong("charge_id"), new Money(row.getLong("amount_fen"))))
                .list();
    }

    void settle(Charge charge, ChannelCode channel, ChannelAnswer.Paid paid, Instant now) {
        jdbc.sql("""
                insert into payment.receipt (charge_id, order_number, channel, transaction_no, amount_fen, paid_at, recorded_at)
                values (:charge, :order, :channel, :transaction, :amount, :paid, :now)
                """)
                .param("charge", charge.id())
                .param("order", paid.orderNumber())
                .param("channel", channel.name())
                .param("transaction", paid.transaction())
                .param("amount", charge.amount().fen())
                .param("paid", Timestamp.from(paid.paidAt()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether this very payment has settled its charge before: the message is a repetition. */
    boolean isSettledBy(Charge charge, String transaction) {
        return jdbc.sql("""
                        select exists (select 1 from payment.receipt where charge_id = :charge and transaction_no = :transaction)
                        """)
                .param("charge", charge.id())
                .param("transaction", transaction)
                .query(Boolean.class)
                .single();
    }

    Optional<Instant> paidAt(Charge charge) {
        return jdbc.sql("select paid_at from payment.receipt where charge_id = :charge")
                .param("charge", charge.id())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** When what counts for each of these purposes was paid; those of which nothing has come are left out. */
    Map<String, Instant> paidAt(Collection<String> purposeKeys) {
        var paid = new HashMap<String, Instant>();
        if (!purposeKeys.isEmpty()) {
            jdbc.sql("""
                    select c.purpose_key, r.paid_at from payment.charge c join payment.receipt r on r.charge_id = c.id
                     where c.purpose_key in (:keys) and c.replaced_at is null
                    """).param("keys", purposeKeys).query(row -> {
                paid.put(
                        row.getString("purpose_key"),
                        row.getTimestamp("paid_at").toInstant());
            });
        }
        return paid;
    }

    /** Whether the channel is to end this charge's order instead of only saying how it stands. */
    boolean mustClose(Charge charge, Instant now) {
        return jdbc.sql("select " + MUST_CLOSE + " from payment.charge c where c.id = :id")
                .param("now", Timestamp.from(now))
                .param("id", charge.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the orders whose turn it is and puts their next turn off, longer each time. Skips what another node holds, so
     * two nodes never ask about the same order at once. Where the channel's word did not fit, it is asked three times whether
     * it stands by it. A bank is asked by the hour: its statement brings the question forward.
     */
    List<Due> takeDue(Instant machineNow, Instant now, int limit) {
        var due = jdbc.sql("""
                        with due as materialized (select id from payment.charge
                               where ask_at <= :machine and state in ('UNKNOWN', 'PREPARED', 'DISPUTED')
                               order by ask_at limit :limit for update skip locked)
                        update payment.charge c
                           set ask_at = case when c.state = 'DISPUTED' and c.asked >= 2 then null
                                        else cast(:machine as timestamptz) + case when o.channel = 'TRANSFER' then interval '1 hour'
                                             else greatest(%s, least(interval '5 minutes', asked * interval '20 seconds')) end end,
                               asked = asked + 1
                          from due, payment.channel_order o
                         where c.id = due.id and o.order_number = c.order_number
                        returning c.order_number, o.channel, (c.state <> 'DISPUTED' and %s) as must_close
                        """.formatted(CLAIM, MUST_CLOSE))
                .param("machine", Timestamp.from(machineNow))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> new Due(
                        row.getString("order_number"),
                        ChannelCode.valueOf(row.getString("channel")),
                        row.getBoolean("must_close")))
                .list();
        return List.copyOf(new LinkedHashSet<>(due));
    }
}

package org.gongkao.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders that were sent to channels, the payments that came of them, and which of them are to be asked about. */
@Repository
class ChannelOrders {

    /** 在途订单。What is known of an order that was sent. */
    record Sent(String number, long charge, Money amount, String payer) {}

    /** 待询订单。An order whose turn it is to be asked about; the channel is to end it when {@code close} says so. */
    record Due(long charge, String order, boolean close) {}

    /** While somebody asks, nobody else does; should the process die meanwhile, the order comes up again after this. */
    private static final String CLAIM = "interval '30 seconds'";

    private final JdbcClient jdbc;

    ChannelOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that no other order of this charge has. */
    String add(Charge charge, String channel, String payer, Instant now) {
        int before = jdbc.sql("select count(*) from payment.channel_order where charge_id = :id")
                .param("id", charge.id())
                .query(Integer.class)
                .single();
        var number = charge.number() + "-" + (before + 1);
        jdbc.sql("""
                insert into payment.channel_order (order_number, charge_id, channel, amount_fen, payer, sent_at)
                values (:number, :charge, :channel, :amount, :payer, :now)
                """)
                .param("number", number)
                .param("charge", charge.id())
                .param("channel", channel)
                .param("amount", charge.amount().fen())
                .param("payer", payer)
                .param("now", Timestamp.from(now))
                .update();
        return number;
    }

    Optional<Sent> find(String number) {
        return jdbc.sql(
                        "select order_number, charge_id, amount_fen, payer from payment.channel_order where order_number = :n")
                .param("n", number)
                .query((row, n) -> new Sent(
                        row.getString("order_number"),
                        row.getLong("charge_id"),
                        new Money(row.getLong("amount_fen")),
                        row.getString("payer")))
                .optional();
    }

    void settle(Charge charge, ChannelAnswer.Paid paid, Instant now) {
        jdbc.sql("""
                insert into payment.receipt (charge_id, order_number, transaction_no, amount_fen, paid_at, recorded_at)
                values (:charge, :order, :transaction, :amount, :paid, :now)
                """)
                .param("charge", charge.id())
                .param("order", paid.orderNumber())
                .param("transaction", paid.transaction())
                .param("amount", paid.amount().fen())
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

    /**
     * Takes the orders whose turn it is and puts their next turn off, longer each time. Skips what another node holds, so
     * two nodes never ask about the same order at once.
     */
    List<Due> takeDue(Instant machineNow, Instant now, int limit) {
        return jdbc.sql("""
                        update payment.charge c
                           set ask_at = cast(:machine as timestamptz) + greatest(%s, least(interval '5 minutes', asked * interval '20 seconds')),
                               asked = asked + 1
                          from (select id from payment.charge
                                 where state in ('UNKNOWN', 'PREPARED') and ask_at <= :machine
                                 order by ask_at limit :limit
                                   for update skip locked) due
                         where c.id = due.id
                        returning c.id, c.order_number, (c.closing or c.deadline <= :now) as must_close
                        """.formatted(CLAIM))
                .param("machine", Timestamp.from(machineNow))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) ->
                        new Due(row.getLong("id"), row.getString("order_number"), row.getBoolean("must_close")))
                .list();
    }
}

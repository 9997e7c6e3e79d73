package org.gongkao.payment.transfer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.RefundOrder;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes and the orders that they are for, refunds that wait for the bank, and how far the bank has spoken. */
@Repository
class TransferCodes {

    /** 缴款码订单。The order that a code is for, with what it pays, in words for finance. */
    record Ordered(String order, String code, Money amount, String title, String chargeNumbers, boolean paid) {}

    /** 应缴。An order, and what is due for it. */
    record Due(String order, Money amount) {}

    /** 待办退款。What finance is to transfer back, and to whom. */
    record Refund(String number, Money amount, String name, Instant askedAt) {}

    private static final int LOOK_UP_AT_ONCE = 5_000;

    private static final String ORDERED = """
            select t.order_number, t.code, t.amount_fen, min(c.title) as title, string_agg(c.number, '、' order by c.id) as numbers,
                   count(*) as charges, bool_and(c.state = 'SETTLED') as paid
              from payment.transfer_code t
              join payment.order_share s on s.order_number = t.order_number
              join payment.charge c on c.id = s.charge_id
            """;

    private final JdbcClient jdbc;

    TransferCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The order's code: the one that it has, else a new one. */
    String give(String order, Money amount, Instant now) {
        for (int tries = 0; tries < 20; tries++) {
            var there = codeOf(order);
            if (there.isPresent()) {
                return there.get();
            }
            jdbc.sql("""
                    insert into payment.transfer_code (code, order_number, amount_fen, made_at) values (:code, :order, :amount, :now)
                    on conflict do nothing
                    """)
                    .param("code", PayCode.draw())
                    .param("order", order)
                    .param("amount", amount.fen())
                    .param("now", Timestamp.from(now))
                    .update();
        }
        throw new IllegalStateException("no free code was drawn");
    }

    boolean isGiven(String order) {
        return codeOf(order).isPresent();
    }

    private Optional<String> codeOf(String order) {
        return jdbc.sql("select code from payment.transfer_code where order_number = :order")
                .param("order", order)
                .query(String.class)
                .optional();
    }

    /** Those of these codes that were given, with what they are for. */
    Map<String, Due> due(Collection<String> codes) {
        var found = new HashMap<String, Due>();
        var all = List.copyOf(codes);
        for (int from = 0; from < all.size(); from += LOOK_UP_AT_ONCE) {
            jdbc.sql("select code, order_number, amount_fen from payment.transfer_code where code in (:codes)")
                    .param("codes", all.subList(from, Math.min(all.size(), from + LOOK_UP_AT_ONCE)))
                    .query(row -> {
                        found.put(
                                row.getString("code"),
                                new Due(row.getString("order_number"), new Money(row.getLong("amount_fen"))));
                    });
        }
        return found;
    }

    /** The order of this code. */
    Optional<Ordered> byCode(String code) {
        return jdbc.sql(ORDERED + " where t.code = :code group by t.order_number, t.code, t.amount_fen")
                .param("code", code)
                .query((row, n) -> ordered(
                        row.getString("order_number"),
                        row.getString("code"),
                        row.getLong("amount_fen"),
                        row.getString("title"),
                        row.getString("numbers"),
                        row.getInt("charges"),
                        row.getBoolean("paid")))
                .optional();
    }

    Optional<Ordered> byOrder(String order) {
        return jdbc.sql("select code from payment.transfer_code where order_number = :order")
                .param("order", order)
                .query(String.class)
                .optional()
                .flatMap(this::byCode);
    }

    /** The latest order with a code that pays, or was to pay, this charge. */
    Optional<Ordered> byCharge(String number) {
        return jdbc.sql("""
                        select t.code from payment.transfer_code t
                          join payment.order_share s on s.order_number = t.order_number
                          join payment.charge c on c.id = s.charge_id
                         where c.number = :number order by t.made_at desc, t.code limit 1
                        """)
                .param("number", number)
                .query(String.class)
                .optional()
                .flatMap(this::byCode);
    }

    private static Ordered ordered(
            String order, String code, long fen, String title, String numbers, int charges, boolean paid) {
        var shown = charges == 1 ? title : title + " 等 " + charges + " 人";
        return new Ordered(order, code, new Money(fen), shown, charges > 3 ? charges + " 张缴费单" : numbers, paid);
    }

    /**
     * Whether the statements reach from the code's day until the order was to end, which is its bell, or the payer's wish
     * before it. A line that finance is about to assign to it is waited for.
     */
    boolean hasTheBankSpoken(String order, Instant now) {
        return jdbc.sql("""
                        select (select not exists (
                                  select 1
                                    from generate_series(cast(made.day as date), cast(ends.day as date), interval '1 day') as days(day)
                                   where not exists (select 1 from payment.statement s
                                                      where s.channel = 'TRANSFER' and s.first_day <= cast(days.day as date)
                                                        and s.last_day >= cast(days.day as date))))
                               and not exists (select 1 from payment.transfer_line l
                                                where l.order_number = :order and l.state = 'PROPOSED')
                          from (select timezone(:zone, made_at) as day from payment.transfer_code where order_number = :order) made,
                               (select timezone(:zone, least(min(c.deadline), coalesce(
                                         max(e.happened_at) filter (where c.closing and c.order_number = :order), :now))
                                       - interval '1 millisecond') as day
                                  from payment.order_share s
                                  join payment.charge c on c.id = s.charge_id
                                  left join payment.charge_event e on e.charge_id = c.id and e.act in ('CHANGE', 'ASK')
                                 where s.order_number = :order) ends
                        """)
                .param("order", order)
                .param("zone", Shanghai.ZONE.getId())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** False when this number stands for another refund. */
    boolean keepRefund(RefundOrder refund, Instant now) {
        jdbc.sql("""
                insert into payment.transfer_refund (number, serial, amount_fen, asked_at)
                values (:number, :serial, :amount, :now) on conflict do nothing
                """)
                .param("number", refund.number())
                .param("serial", refund.transaction())
                .param("amount", refund.amount().fen())
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql(
                        "select serial = :serial and amount_fen = :amount from payment.transfer_refund where number = :number")
                .param("number", refund.number())
                .param("serial", refund.transaction())
                .param("amount", refund.amount().fen())
                .query(Boolean.class)
                .single();
    }

    /**
     * A statement was taken: whatever waits for the bank's word to end is asked about at once. What somebody holds just now
     * is asked in its turn.
     */
    void askAgain(Instant machineNow, Instant now) {
        jdbc.sql("""
                update payment.charge set ask_at = :machine
                 where id in (select c.id from payment.charge c
                                join payment.transfer_code t on t.order_number = c.order_number
                               where c.state in ('UNKNOWN', 'PREPARED') and (c.closing or c.deadline <= :now)
                               order by c.id for update of c skip locked)
                """)
                .param("machine", Timestamp.from(machineNow))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Refunds that no line has answered, by their number in capitals. */
    Map<String, Refund> openRefunds() {
        var found = new HashMap<String, Refund>();
        jdbc.sql("""
                        select r.number, r.amount_fen, r.asked_at,
                               coalesce((select l.other_name from payment.transfer_line l
                                          where l.kind = 'IN' and l.serial = r.serial), '') as name
                          from payment.transfer_refund r
                         where not exists (select 1 from payment.transfer_line l where l.refund_number = r.number)
                         order by r.asked_at, r.number
                        """).query(row -> {
            found.put(
                    row.getString("number").toUpperCase(Locale.ROOT),
                    new Refund(
                            row.getString("number"),
                            new Money(row.getLong("amount_fen")),
                            row.getString("name"),
                            row.getTimestamp("asked_at").toInstant()));
        });
        return found;
    }
}

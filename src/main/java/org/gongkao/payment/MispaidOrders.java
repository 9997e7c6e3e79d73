package org.gongkao.payment;

import java.util.Optional;
import org.gongkao.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 误缴订单库。What came of orders whose amount or payer did not fit, for those who were to pay. */
@Repository
public class MispaidOrders {

    private static final String FOUND =
            """
            select coalesce(k.number, c.number) as number, o.payer, o.amount_fen as due, k.number is not null as together,
                   sum(d.amount_fen) as came, count(*) as payments, bool_or(d.kind = 'AMOUNT') as wrong
              from payment.channel_order o
              join payment.discrepancy d on d.order_number = o.order_number and d.kind in ('AMOUNT', 'PAYER')
              join lateral (select min(number) as number from payment.charge
                             where order_number = o.order_number and state = 'DISPUTED') c on c.number is not null
              left join payment.collective k on k.number = o.payment_key
             where o.order_number = %s and not
            """ + Discrepancies.GONE + " group by k.number, c.number, o.payer, o.amount_fen";

    private final JdbcClient jdbc;

    MispaidOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where nothing of it is in doubt, or not any more. */
    public Optional<MispaidOrder> of(String order) {
        return find(FOUND.formatted(":order"), "order", order);
    }

    /** The order that this money came by, while its charges stand disputed. */
    public Optional<MispaidOrder> of(UnclearMoney found) {
        return find(
                FOUND.formatted("(select order_number from payment.discrepancy where id = :id)"),
                "id",
                found.discrepancyId());
    }

    private Optional<MispaidOrder> find(String sql, String name, Object value) {
        return jdbc.sql(sql)
                .param(name, value)
                .query((row, n) -> new MispaidOrder(
                        row.getString("number"),
                        (row.getBoolean("together") ? "/collective-payments/" : "/charges/") + row.getString("number"),
                        Payer.of(row.getString("payer")),
                        new Money(row.getLong("due")),
                        new Money(row.getLong("came")),
                        row.getInt("payments"),
                        row.getBoolean("wrong")))
                .optional();
    }
}

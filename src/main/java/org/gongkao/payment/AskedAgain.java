package org.gongkao.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 恢复缴费的缴费单。Charges that wait for their payer again, after the unit's order has ended or finance has decided: as they stand
 * now, without those that are over.
 */
@Component
public class AskedAgain {

    /** 恢复缴费。One that is asked for again. */
    public record Asked(String number, String purposeKey, Payer payer, Money amount, Instant deadline) {

        public String path() {
            return "/charges/" + number;
        }
    }

    /** 统一缴费订单。The payment for many whose money was decided on. */
    public record Together(String number, String unitCode) {}

    private static final String OF_ORDER =
            "select s.charge_id from payment.order_share s join payment.discrepancy d on d.order_number = s.order_number where d.id = :id";
    private static final String OF_COLLECTIVE =
            "select charge_id from payment.collective_share where collective_id = :id";

    private final JdbcClient jdbc;

    AskedAgain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Asked> of(MoneyReleased released, Instant now) {
        return find(OF_ORDER, released.discrepancyId(), now);
    }

    public List<Asked> of(CollectiveGivenUp ended, Instant now) {
        return find(OF_COLLECTIVE, ended.collectiveId(), now);
    }

    /** Empty where the order was a payer's own. */
    public Optional<Together> together(MoneyReleased released) {
        return jdbc.sql("""
                        select k.number, k.unit_code
                          from payment.discrepancy d join payment.channel_order o on o.order_number = d.order_number
                          join payment.collective k on k.number = o.payment_key
                         where d.id = :id
                        """)
                .param("id", released.discrepancyId())
                .query(Together.class)
                .optional();
    }

    private List<Asked> find(String charges, long id, Instant now) {
        return jdbc.sql("""
                        select number, purpose_key, person_id, unit_code, amount_fen, deadline from payment.charge
                         where state = 'OPEN' and deadline > :now and id in (%s) order by id
                        """.formatted(charges))
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Asked(
                        row.getString("number"),
                        row.getString("purpose_key"),
                        Payer.of(row.getObject("person_id", Long.class), row.getString("unit_code")),
                        new Money(row.getLong("amount_fen")),
                        row.getTimestamp("deadline").toInstant()))
                .list();
    }
}

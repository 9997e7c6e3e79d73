package org.gongkao.payment.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.Purpose;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a receipt says of the charge that it is for, as it was settled. */
@Repository
class PaidCharges {

    /** 已缴费用。What was paid, for whom, when; {@code paidBy} is the mark of who paid it at the channel. */
    record Paid(
            long id,
            String number,
            Purpose purpose,
            @Nullable Long person,
            @Nullable String unit,
            String paidBy,
            Money amount,
            Instant paidAt,
            List<FeePart> parts) {}

    private final JdbcClient jdbc;

    PaidCharges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing for a charge that no payment has settled. */
    Optional<Paid> of(long charge) {
        return jdbc.sql("""
                        select c.id, c.number, c.purpose, c.person_id, c.unit_code, o.payer, p.amount_fen, p.paid_at
                          from payment.charge c join payment.receipt p on p.charge_id = c.id
                          join payment.channel_order o on o.order_number = p.order_number
                         where c.id = :charge
                        """)
                .param("charge", charge)
                .query((row, n) -> new Paid(
                        row.getLong("id"),
                        row.getString("number"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getObject("person_id", Long.class),
                        row.getString("unit_code"),
                        row.getString("payer"),
                        new Money(row.getLong("amount_fen")),
                        row.getTimestamp("paid_at").toInstant(),
                        parts(charge)))
                .optional();
    }

    private List<FeePart> parts(long charge) {
        return jdbc.sql("select name, amount_fen from payment.charge_part where charge_id = :charge order by place")
                .param("charge", charge)
                .query((row, n) -> new FeePart(row.getString("name"), new Money(row.getLong("amount_fen"))))
                .list();
    }
}

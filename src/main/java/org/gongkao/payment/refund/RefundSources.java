package org.gongkao.payment.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.Discrepancies;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.Refund.Paid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What can go back: charges that were paid, money that fits none, and how much of each is promised back already. */
@Repository
class RefundSources {

    static final String CHARGE = """
            c.id as c_id, c.number as c_number, c.purpose, c.purpose_key, c.person_id, c.unit_code, c.title,
                   c.amount_fen as c_amount, c.opened_at as c_opened, c.region_code, c.level
            """;

    /** 款项来源。The movement of money that is given back of, and the whole order that it paid. */
    record Source(ChannelCode channel, String order, String transaction, Money orderTotal) {}

    /** 可退项目。A part of a paid fee and how much of it is promised back. */
    record Part(int place, String name, Money amount, Money taken) {

        Money left() {
            return amount.minus(taken);
        }
    }

    /**
     * 待退款项。Money that stands as unclear, until it has gone back or the channel has taken back what it said. What a person noted
     * about it does not move it.
     */
    record Unclear(
            long id,
            String kind,
            boolean gone,
            boolean decided,
            Source source,
            Money amount,
            @Nullable Paid charge) {

        Optional<RefundGround> ground() {
            return switch (kind) {
                case "DOUBLE" -> Optional.of(RefundGround.DOUBLE);
                case "LATE" -> Optional.of(RefundGround.LATE);
                case "UNEXPECTED" -> Optional.of(RefundGround.UNEXPECTED);
                case "AMOUNT", "PAYER", "NO_ORDER" -> Optional.of(RefundGround.MISPAID);
                default -> Optional.empty();
            };
        }
    }

    private final JdbcClient jdbc;

    RefundSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The payer's own charge, or any before finance; everybody who wants to give back of it waits. */
    Paid lock(String number, Actor by) {
        return charge(number, by, " for no key update of c");
    }

    Paid get(String number, Actor by) {
        return charge(number, by, "");
    }

    private Paid charge(String number, Actor by, String lock) {
        return jdbc.sql("select " + CHARGE + " from payment.charge c where c.number = :number" + lock)
                .param("number", number)
                .query((row, n) -> paid(row))
                .optional()
                .filter(charge -> by.is(Role.FINANCE, Role.AUDITOR) || charge.isOf(by))
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** Shown beside a charge to who may see the charge. */
    Optional<Paid> find(long charge, Actor payer) {
        return jdbc.sql("select " + CHARGE + " from payment.charge c where c.id = :id")
                .param("id", charge)
                .query((row, n) -> paid(row))
                .optional()
                .filter(found -> found.isOf(payer));
    }

    Optional<Paid> lockOf(String purposeKey) {
        return jdbc.sql(
                        "select " + CHARGE
                                + " from payment.charge c where c.purpose_key = :key and c.replaced_at is null for no key update of c")
                .param("key", purposeKey)
                .query((row, n) -> paid(row))
                .optional();
    }

    /** Empty while nothing was paid. */
    Optional<Source> source(Paid charge) {
        return jdbc.sql("""
                        select r.channel, r.order_number, r.transaction_no, o.amount_fen
                          from payment.receipt r join payment.channel_order o on o.order_number = r.order_number
                         where r.charge_id = :id
                        """)
                .param("id", charge.id())
                .query((row, n) -> source(row))
                .optional();
    }

    List<Part> parts(Paid charge, Source source) {
        return jdbc.sql("""
                        select p.place, p.name, p.amount_fen, coalesce(l.taken_fen, 0) as taken
                          from payment.charge_part p
                          left join payment.refund_limit l on l.channel = :channel and l.transaction_no = :transaction
                                and l.charge_id = p.charge_id and l.place = p.place
                         where p.charge_id = :id order by p.place
                        """)
                .param("id", charge.id())
                .param("channel", source.channel().name())
                .param("transaction", source.transaction())
                .query((row, n) -> new Part(
                        row.getInt("place"),
                        row.getString("name"),
                        new Money(row.getLong("amount_fen")),
                        new Money(row.getLong("taken"))))
                .list();
    }

    /** Money before finance; whoever decides on it meanwhile waits. */
    Unclear lockUnclear(long discrepancy, Actor by) {
        if (!by.is(Role.FINANCE, Role.SYSTEM)) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        return unclear(discrepancy, " for update of d");
    }

    Unclear unclear(long discrepancy, Actor by) {
        if (!by.is(Role.FINANCE)) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        return unclear(discrepancy, "");
    }

    private Unclear unclear(long discrepancy, String lock) {
        return jdbc.sql("""
                        select d.id, d.kind, d.decided_at is not null as decided, d.channel, d.order_number, d.transaction_no, d.amount_fen as came,
                               case when d.kind in ('AMOUNT', 'NO_ORDER') then d.amount_fen
                                    else coalesce(o.amount_fen, d.amount_fen) end as amount_fen,
                        """ + Discrepancies.GONE + " as gone, " + CHARGE + """
                          from payment.discrepancy d
                          left join payment.charge c on c.id = d.charge_id
                          left join payment.channel_order o on o.order_number = d.order_number
                         where d.id = :id
                        """ + lock)
                .param("id", discrepancy)
                .query((row, n) -> new Unclear(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getBoolean("gone"),
                        row.getBoolean("decided"),
                        source(row),
                        new Money(row.getLong("came")),
                        row.getObject("c_id") == null ? null : paid(row)))
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                ChannelCode.valueOf(row.getString("channel")),
                row.getString("order_number"),
                row.getString("transaction_no"),
                new Money(row.getLong("amount_fen")));
    }

    static Paid paid(ResultSet row) throws SQLException {
        return new Paid(
                row.getLong("c_id"),
                row.getString("c_number"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("purpose_key"),
                row.getObject("person_id", Long.class),
                row.getString("unit_code"),
                row.getString("title"),
                new Money(row.getLong("c_amount")),
                row.getTimestamp("c_opened").toInstant(),
                row.getString("region_code"),
                row.getObject("level", Integer.class));
    }
}

package org.gongkao.payment.collective;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.Purpose;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments of units for their people: which there are, who is in each, and how each share stands. Only ever added to. */
@Repository
class Collectives {

    /** 待缴费用。A charge as a unit finds it before it pays; {@code collective} is the payment for many that it is in now. */
    record Owing(
            long charge,
            String number,
            Purpose purpose,
            String purposeKey,
            long person,
            String title,
            Money amount,
            Instant deadline,
            ChargeState state,
            @Nullable String collective) {}

    private static final String ROW = """
            select k.id, k.number, k.unit_code, k.amount_fen, k.actor_name, k.made_at, e.why,
                   o.order_number, o.channel
              from payment.collective k
              left join payment.collective_end e on e.collective_id = k.id
              left join lateral (select order_number, channel from payment.channel_order
                                  where payment_key = k.number order by sent_at desc, order_number desc limit 1) o on true
            """;

    private final JdbcClient jdbc;

    Collectives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is owed for these purposes, by persons. */
    List<Owing> owing(Collection<String> purposeKeys) {
        if (purposeKeys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select c.id, c.number, c.purpose, c.purpose_key, c.person_id, c.title, c.amount_fen, c.deadline, c.state,
                               k.number as collective
                          from payment.charge c
                          left join payment.channel_order o on o.order_number = c.order_number
                          left join payment.collective k on k.number = o.payment_key
                         where c.purpose_key in (:keys) and c.replaced_at is null and c.person_id is not null order by c.id
                        """)
                .param("keys", purposeKeys)
                .query((row, n) -> new Owing(
                        row.getLong("id"),
                        row.getString("number"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("purpose_key"),
                        row.getLong("person_id"),
                        row.getString("title"),
                        new Money(row.getLong("amount_fen")),
                        row.getTimestamp("deadline").toInstant(),
                        ChargeState.valueOf(row.getString("state")),
                        row.getString("collective")))
                .list();
    }

    /** The new payment's number. */
    String add(List<Owing> shares, Money sum, Actor clerk, Instant now) {
        var number = jdbc.sql("""
                        insert into payment.collective (number, unit_code, amount_fen, people, account_id, actor_name, made_at)
                        values ('T' || :day || lpad(nextval('payment.collective_number')::text, 6, '0'), :unit, :amount, :people,
                                :account, :name, :now)
                        returning number
                        """)
                .param("day", Shanghai.day(now).toString().replace("-", ""))
                .param("unit", clerk.office().code())
                .param("amount", sum.fen())
                .param("people", shares.size())
                .param("account", clerk.account())
                .param("name", clerk.name())
                .param("now", Timestamp.from(now))
                .query(String.class)
                .single();
        for (var share : shares) {
            jdbc.sql("""
                    insert into payment.collective_share (collective_id, charge_id, amount_fen)
                    select id, :charge, :amount from payment.collective where number = :number
                    """)
                    .param("charge", share.charge())
                    .param("amount", share.amount().fen())
                    .param("number", number)
                    .update();
        }
        return number;
    }

    /** False when it had ended before. */
    boolean end(String number, String why, Actor clerk, Instant now) {
        return jdbc.sql("""
                        insert into payment.collective_end (collective_id, why, account_id, at)
                        select id, :why, :account, :now from payment.collective where number = :number and unit_code = :unit
                        on conflict do nothing
                        """)
                        .param("number", number)
                        .param("unit", clerk.office().code())
                        .param("why", why)
                        .param("account", clerk.account())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Of the clerk's own unit; another's is not found. */
    Collective get(String number, Actor clerk) {
        return jdbc.sql(ROW + " where k.number = :number and k.unit_code = :unit")
                .param("number", number)
                .param("unit", clerk.office().code())
                .query((row, n) -> read(row))
                .optional()
                .map(found -> withShares(List.of(found)).getFirst())
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** Of the clerk's own unit, newest first. */
    Page<Collective> list(Actor clerk, Optional<Long> before, int most) {
        var rows = jdbc.sql(ROW + " where k.unit_code = :unit and k.id < :before order by k.id desc limit :most")
                .param("unit", clerk.office().code())
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", most + 1)
                .query((row, n) -> read(row))
                .list();
        boolean more = rows.size() > most;
        var shown = more ? rows.subList(0, most) : rows;
        return new Page<>(
                withShares(shown), more ? Long.toString(shown.getLast().id()) : null);
    }

    private List<Collective> withShares(List<Collective> found) {
        if (found.isEmpty()) {
            return found;
        }
        var shares = new HashMap<Long, ArrayList<Collective.Share>>();
        jdbc.sql("""
                        select s.collective_id, s.charge_id, c.number, c.purpose_key, c.title, s.amount_fen, c.deadline, c.state,
                               exists (select 1 from payment.receipt r join payment.channel_order o on o.order_number = r.order_number
                                        where r.charge_id = s.charge_id and o.payment_key = k.number) as paid,
                               exists (select 1 from payment.channel_order o
                                        where o.order_number = c.order_number and o.payment_key = k.number) as ours,
                               exists (select 1 from payment.discrepancy d join payment.channel_order o on o.order_number = d.order_number
                                        where d.charge_id = s.charge_id and o.payment_key = k.number
                                          and d.kind in ('LATE', 'DOUBLE', 'UNEXPECTED')) as unclear
                          from payment.collective_share s
                          join payment.collective k on k.id = s.collective_id
                          join payment.charge c on c.id = s.charge_id
                         where s.collective_id in (:ids) order by s.charge_id
                        """).param("ids", found.stream().map(Collective::id).toList()).query(row -> {
            shares.computeIfAbsent(row.getLong("collective_id"), any -> new ArrayList<>())
                    .add(share(row));
        });
        return found.stream()
                .map(one -> new Collective(
                        one.id(),
                        one.number(),
                        one.unitCode(),
                        one.amount(),
                        one.clerk(),
                        one.madeAt(),
                        one.ended(),
                        one.order(),
                        one.channel(),
                        List.copyOf(shares.getOrDefault(one.id(), new ArrayList<>()))))
                .toList();
    }

    private static Collective.Share share(ResultSet row) throws SQLException {
        return new Collective.Share(
                row.getLong("charge_id"),
                row.getString("number"),
                row.getString("purpose_key"),
                row.getString("title"),
                new Money(row.getLong("amount_fen")),
                row.getTimestamp("deadline").toInstant(),
                ShareState.of(
                        ChargeState.valueOf(row.getString("state")),
                        row.getBoolean("paid"),
                        row.getBoolean("ours"),
                        row.getBoolean("unclear")));
    }

    private static Collective read(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        return new Collective(
                row.getLong("id"),
                row.getString("number"),
                row.getString("unit_code"),
                new Money(row.getLong("amount_fen")),
                row.getString("actor_name"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("why"),
                row.getString("order_number"),
                channel == null ? null : ChannelCode.valueOf(channel),
                List.of());
    }
}

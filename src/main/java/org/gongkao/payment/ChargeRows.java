package org.gongkao.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Charges, what they are made of and what happened to them. */
@Repository
class ChargeRows {

    /** Rows that only name a charge (a refund, a discrepancy) go by: else their keys would wait for this lock, and it for theirs. */
    private static final String LOCKED = " for no key update";

    private static final String CHARGE = """
            select id, number, purpose, purpose_key, person_id, unit_code, title, amount_fen, deadline, state, order_number, closing,
                   settled_at, version, region_code, level, replaced_at is not null as replaced
              from payment.charge
            """;

    /** 缴费经过行。One line of what happened, as the charge's page lists it. */
    record Event(ChargeAct act, ChargeState after, Instant at) {}

    /** Of a purpose's charges the one that counts; those before it went back whole. */
    private static final String OF_PURPOSE = " where purpose_key = :key and replaced_at is null";

    private final JdbcClient jdbc;

    ChargeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The new charge's id, or nothing when the purpose has its charge already. */
    Optional<Long> add(Purpose purpose, String purposeKey, Payer payer, Bill bill, Instant deadline, Instant now) {
        var id = jdbc.sql("""
                        insert into payment.charge (number, purpose, purpose_key, person_id, unit_code, title, amount_fen, deadline, opened_at,
                                region_code, level)
                        values (:day || lpad(nextval('payment.charge_number')::text, 8, '0'), :purpose, :key, :person,
                                :unit, :title, :amount, :deadline, :now, :region, :level)
                        on conflict (purpose_key) where replaced_at is null do nothing
                        returning id
                        """)
                .param("day", Shanghai.day(now).toString().replace("-", ""))
                .param("purpose", purpose.name())
                .param("key", purposeKey)
                .param("person", payer.person())
                .param("unit", payer.unit())
                .param("region", bill.region())
                .param("level", bill.level() == null ? null : bill.level().number())
                .param("title", bill.title())
                .param("amount", bill.total().fen())
                .param("deadline", Timestamp.from(deadline))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
        id.ifPresent(charge -> addParts(charge, bill));
        return id;
    }

    private void addParts(long charge, Bill bill) {
        int place = 0;
        for (var part : bill.parts()) {
            jdbc.sql("insert into payment.charge_part (charge_id, place, name, amount_fen) values (?, ?, ?, ?)")
                    .params(charge, ++place, part.name(), part.amount().fen())
                    .update();
        }
    }

    /** The payer's own charge; anybody else's is not found. */
    Charge get(String number, Actor payer) {
        boolean forUnit = payer.is(Role.UNIT_CLERK);
        return jdbc.sql(CHARGE + " where number = :number and " + (forUnit ? "unit_code" : "person_id") + " = :payer")
                .param("number", number)
                .param("payer", forUnit ? payer.office().code() : payer.person())
                .query((row, n) -> charge(row))
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    Optional<Charge> find(String purposeKey) {
        return jdbc.sql(CHARGE + OF_PURPOSE)
                .param("key", purposeKey)
                .query((row, n) -> charge(row))
                .optional();
    }

    /** Makes everybody else who wants to move this charge wait until the transaction ends. */
    Optional<Charge> lock(String purposeKey) {
        return jdbc.sql(CHARGE + OF_PURPOSE + LOCKED)
                .param("key", purposeKey)
                .query((row, n) -> charge(row))
                .optional();
    }

    Optional<Charge> lock(long id) {
        return jdbc.sql(CHARGE + " where id = :id" + LOCKED)
                .param("id", id)
                .query((row, n) -> charge(row))
                .optional();
    }

    /** In the order of their ids, so that two who want several never wait for each other. */
    List<Charge> lock(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(CHARGE + " where id in (:ids) order by id" + LOCKED)
                .param("ids", ids)
                .query((row, n) -> charge(row))
                .list();
    }

    List<FeePart> parts(Charge charge) {
        return jdbc.sql("select name, amount_fen from payment.charge_part where charge_id = :id order by place")
                .param("id", charge.id())
                .query((row, n) -> new FeePart(row.getString("name"), new Money(row.getLong("amount_fen"))))
                .list();
    }

    /** What was paid by those that this one took the place of: all of it has gone back. */
    Money givenBackBefore(Charge charge) {
        return new Money(jdbc.sql("""
                        select coalesce(sum(amount_fen), 0) from payment.charge
                         where purpose_key = :key and replaced_at is not null and id <> :id
                        """)
                .param("key", charge.purposeKey())
                .param("id", charge.id())
                .query(Long.class)
                .single());
    }

    /** What of a paid fee has gone back. */
    Money givenBack(Charge charge) {
        if (charge.state() != ChargeState.SETTLED) {
            return Money.ZERO;
        }
        return new Money(
                jdbc.sql("""
                        select coalesce(sum(amount_fen), 0) from payment.refund
                         where charge_id = :id and discrepancy_id is null and state = 'DONE'
                        """).param("id", charge.id()).query(Long.class).single());
    }

    /** The purpose's charge counts no longer where the whole of it has gone back; does nothing to any other. */
    void replace(String purposeKey, Instant now) {
        jdbc.sql("""
                update payment.charge c set replaced_at = :now, version = version + 1
                 where c.purpose_key = :key and c.replaced_at is null and c.state = 'SETTLED'
                   and c.amount_fen <= (select sum(r.amount_fen) from payment.refund r
                                         where r.charge_id = c.id and r.discrepancy_id is null and r.state = 'DONE')
                """).param("now", Timestamp.from(now)).param("key", purposeKey).update();
    }

    /** The payer's others of the same purpose, the newest first: all but one went back whole. */
    List<Charge> others(long id, Actor payer) {
        boolean forUnit = payer.is(Role.UNIT_CLERK);
        return jdbc.sql(CHARGE + """
                         where purpose_key = (select purpose_key from payment.charge where id = :id) and id <> :id
                           and %s = :payer order by id desc
                        """.formatted(forUnit ? "unit_code" : "person_id"))
                .param("id", id)
                .param("payer", forUnit ? payer.office().code() : payer.person())
                .query((row, n) -> charge(row))
                .list();
    }

    List<Event> events(Charge charge) {
        return jdbc.sql("""
                        select act, state_after, happened_at from payment.charge_event
                         where charge_id = :id and state_before <> state_after order by id
                        """)
                .param("id", charge.id())
                .query((row, n) -> new Event(
                        ChargeAct.valueOf(row.getString("act")),
                        ChargeState.valueOf(row.getString("state_after")),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    /**
     * Writes the move and its line. {@code order} is the order that the charge then has at the channel; {@code askAt} is
     * when the channel is asked for it, by the machine's clock.
     */
    void write(Charge.Moved moved, @Nullable String order, @Nullable Instant askAt, Actor by, Instant now) {
        boolean settles = moved.to() == ChargeState.SETTLED && moved.from().state() != ChargeState.SETTLED;
        int rows = jdbc.sql("""
                        update payment.charge
                           set state = :to, order_number = :order, ask_at = :ask,
                               closing = (:act in ('ASK', 'CHANGE') or (closing and :act not in ('SEND', 'POSTPONE', 'REOPEN'))),
                               asked = case when :act = 'AWAIT' then asked else 0 end,
                               settled_at = case when :settles then :now else settled_at end, version = version + 1
                         where id = :id and state = :from and version = :version
                        """)
                .param("to", moved.to().name())
                .param("order", order)
                .param("ask", askAt == null ? null : Timestamp.from(askAt))
                .param("act", moved.act().name())
                .param("settles", settles)
                .param("now", Timestamp.from(now))
                .param("id", moved.from().id())
                .param("from", moved.from().state().name())
                .param("version", moved.from().version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        addEvent(moved, by, now);
    }

    private void addEvent(Charge.Moved moved, Actor by, Instant now) {
        jdbc.sql("""
                insert into payment.charge_event
                       (charge_id, act, state_before, state_after, actor_role, account, detail, happened_at)
                values (:id, :act, :before, :after, :role, :account, :detail, :now)
                """)
                .param("id", moved.from().id())
                .param("act", moved.act().name())
                .param("before", moved.from().state().name())
                .param("after", moved.to().name())
                .param("role", by.role().name())
                .param("account", by.account())
                .param("detail", moved.detail())
                .param("now", Timestamp.from(now))
                .update();
    }

    void moveDeadline(Charge charge, Instant deadline) {
        jdbc.sql("update payment.charge set deadline = :deadline where id = :id")
                .param("deadline", Timestamp.from(deadline))
                .param("id", charge.id())
                .update();
    }

    private static Charge charge(ResultSet row) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new Charge(
                row.getLong("id"),
                row.getString("number"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("purpose_key"),
                Payer.of(row.getObject("person_id", Long.class), row.getString("unit_code")),
                row.getString("title"),
                new Money(row.getLong("amount_fen")),
                row.getTimestamp("deadline").toInstant(),
                ChargeState.valueOf(row.getString("state")),
                row.getString("order_number"),
                row.getBoolean("closing"),
                settled == null ? null : settled.toInstant(),
                row.getInt("version"),
                row.getString("region_code"),
                row.getObject("level", Integer.class),
                row.getBoolean("replaced"));
    }
}

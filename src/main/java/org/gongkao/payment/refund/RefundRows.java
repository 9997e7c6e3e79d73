package org.gongkao.payment.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.Refund.Moved;
import org.gongkao.payment.refund.Refund.Paid;
import org.gongkao.payment.refund.RefundSources.Part;
import org.gongkao.payment.refund.RefundSources.Source;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refunds, their parts, what was asked of the channel, and what happened to each. Before the payer and before all of finance. */
@Repository
class RefundRows {

    static final String COLUMNS = """
            select r.id, r.number, r.ground, r.discrepancy_id, r.channel, r.order_number, r.transaction_no, r.order_total_fen,
                   r.amount_fen, r.state, r.reason, r.asked_by_role, r.asked_by, r.proposed_by, r.accepted, r.attempt,
                   r.channel_said, r.opened_at, r.done_at, r.version,
            """ + RefundSources.CHARGE + """
              from payment.refund r left join payment.charge c on c.id = r.charge_id
            """;

    /** 新退费。What a refund begins with. */
    record New(
            RefundGround ground,
            @Nullable Paid charge,
            @Nullable Long discrepancy,
            Source source,
            Money amount,
            String reason) {}

    /** 退费部分。How much of one part of the fee goes back. */
    record Share(int place, String name, Money amount) {}

    /** 退费经过行。One line of what happened. */
    record Event(RefundAct act, RefundState after, Role role, String name, String detail, Instant at) {}

    /** 待询退费。A refund whose end the channel is to say. */
    record Due(String number) {}

    private final JdbcClient jdbc;

    RefundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where one of the same money is underway. */
    Optional<Refund> add(New refund, Actor by, Instant now) {
        var charge = refund.charge();
        return jdbc.sql("""
                        insert into payment.refund (number, ground, charge_id, discrepancy_id, channel, order_number,
                               transaction_no, order_total_fen, amount_fen, state, reason, asked_by_role, asked_by, opened_at)
                        values ('R' || :day || lpad(nextval('payment.refund_number')::text, 8, '0'), :ground, :charge,
                                :discrepancy, :channel, :order, :transaction, :total, :amount, 'REQUESTED', :reason, :role,
                                :account, :now)
                        on conflict do nothing returning number
                        """)
                .param("day", Shanghai.day(now).toString().replace("-", ""))
                .param("ground", refund.ground().name())
                .param("charge", charge == null ? null : charge.id())
                .param("discrepancy", refund.discrepancy())
                .param("channel", refund.source().channel().name())
                .param("order", refund.source().order())
                .param("transaction", refund.source().transaction())
                .param("total", refund.source().orderTotal().fen())
                .param("amount", refund.amount().fen())
                .param("reason", refund.reason())
                .param("role", by.role().name())
                .param("account", by.account())
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    void share(Refund refund, List<Share> shares) {
        for (var share : shares) {
            jdbc.sql("""
                    insert into payment.refund_part (refund_id, place, name, amount_fen) values (?, ?, ?, ?)
                    on conflict (refund_id, place) do update set amount_fen = excluded.amount_fen
                    """)
                    .params(
                            refund.id(),
                            share.place(),
                            share.name(),
                            share.amount().fen())
                    .update();
        }
    }

    List<Share> shares(Refund refund) {
        return jdbc.sql("select place, name, amount_fen from payment.refund_part where refund_id = :id order by place")
                .param("id", refund.id())
                .query((row, n) ->
                        new Share(row.getInt("place"), row.getString("name"), new Money(row.getLong("amount_fen"))))
                .list();
    }

    Refund get(String number, Actor by) {
        return seen(find(number), by);
    }

    /** Makes everybody else who wants to move this refund wait until the transaction ends. */
    Refund lock(String number, Actor by) {
        return seen(lock(number), by);
    }

    private static Refund seen(Optional<Refund> found, Actor by) {
        return found.filter(refund -> {
                    var charge = refund.charge();
                    return by.is(Role.FINANCE, Role.AUDITOR) || (charge != null && charge.isOf(by));
                })
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    Optional<Refund> find(String number) {
        return jdbc.sql(COLUMNS + " where r.number = :number")
                .param("number", number)
                .query((row, n) -> refund(row))
                .optional();
    }

    Optional<Refund> lock(String number) {
        return jdbc.sql(COLUMNS + " where r.number = :number for update of r")
                .param("number", number)
                .query((row, n) -> refund(row))
                .optional();
    }

    /** Newest first; those of money that fitted nothing are among them. */
    List<Refund> of(Paid charge) {
        return jdbc.sql(COLUMNS + " where r.charge_id = :id order by r.id desc")
                .param("id", charge.id())
                .query((row, n) -> refund(row))
                .list();
    }

    List<Event> events(Refund refund) {
        return jdbc.sql("""
                        select act, state_after, actor_role, actor_name, detail, happened_at from payment.refund_act
                         where refund_id = :id order by id
                        """)
                .param("id", refund.id())
                .query((row, n) -> new Event(
                        RefundAct.valueOf(row.getString("act")),
                        RefundState.valueOf(row.getString("state_after")),
                        Role.valueOf(row.getString("actor_role")),
                        row.getString("actor_name"),
                        row.getString("detail"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    /** Writes the move and its line, and says the line's number. {@code askAt} is by the machine's clock. */
    long write(
            Moved moved,
            Money amount,
            @Nullable Instant askAt,
            RefundAnswer.@Nullable Done done,
            Actor by,
            Instant now) {
        boolean sends = moved.to() == RefundState.SENT;
        int rows = jdbc.sql("""
                        update payment.refund
                           set state = :to, amount_fen = :amount, ask_at = :ask, version = version + 1,
                               asked = case when :sends then 0 else asked end,
                               accepted = accepted and not :sends, channel_said = null,
                               attempt = attempt + case when :sends then 1 else 0 end,
                               proposed_by = case when :act = 'PROPOSE' then :account
                                                  when :act = 'SEND_BACK' then null else proposed_by end,
                               done_at = :done, outcome = :outcome
                         where id = :id and state = :from and version = :version
                        """)
                .param("to", moved.to().name())
                .param("amount", amount.fen())
                .param("ask", askAt == null ? null : Timestamp.from(askAt))
                .param("sends", sends)
                .param("act", moved.act().name())
                .param("account", by.account())
                .param("done", done == null ? null : Timestamp.from(done.at()))
                .param("outcome", done == null ? null : done.transaction())
                .param("id", moved.from().id())
                .param("from", moved.from().state().name())
                .param("version", moved.from().version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return addEvent(moved.from(), moved.act(), moved.to(), moved.detail(), by, now);
    }

    long addEvent(Refund refund, RefundAct act, RefundState after, String detail, Actor by, Instant now) {
        return jdbc.sql("""
                        insert into payment.refund_act
                               (refund_id, act, state_after, actor_role, account, actor_name, detail, happened_at)
                        values (:id, :act, :after, :role, :account, :name, :detail, :now) returning id
                        """)
                .param("id", refund.id())
                .param("act", act.name())
                .param("after", after.name())
                .param("role", by.role().name())
                .param("account", by.account())
                .param("name", by.name())
                .param("detail", detail)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** The channel knows it: from now on it is asked, not told again. */
    void accept(Refund refund) {
        jdbc.sql("update payment.refund set accepted = true, channel_said = null where id = :id and state = 'SENT'")
                .param("id", refund.id())
                .update();
    }

    /** The channel knows it and cannot end it by itself: finance reads why, and it is asked on. */
    void stick(Refund refund, String said) {
        jdbc.sql("update payment.refund set accepted = true, channel_said = :said where id = :id and state = 'SENT'")
                .param("said", said)
                .param("id", refund.id())
                .update();
    }

    /** False where this number has gone out with another text. */
    boolean isRequest(Refund refund, Instant now) {
        jdbc.sql("""
                insert into payment.refund_request (refund_number, request, sent_at) values (?, ?, ?)
                on conflict (refund_number) do nothing
                """)
                .params(refund.number(), refund.request(), Timestamp.from(now))
                .update();
        return jdbc.sql("select request from payment.refund_request where refund_number = :number")
                .param("number", refund.number())
                .query(String.class)
                .single()
                .equals(refund.request());
    }

    /** False where it would be more than came: of the movement, or of a part of the fee. */
    boolean reserve(Refund refund, List<Part> parts) {
        boolean enough = reserve(refund, 0, -1, refund.orderTotal(), refund.amount());
        if (refund.discrepancy() != null) {
            return enough && reserve(refund, chargeKey(refund), 0, refund.amount(), refund.amount());
        }
        for (var share : shares(refund)) {
            var paid = parts.stream()
                    .filter(part -> part.place() == share.place())
                    .map(Part::amount)
                    .findFirst()
                    .orElse(Money.ZERO);
            enough = enough && reserve(refund, chargeKey(refund), share.place(), paid, share.amount());
        }
        return enough;
    }

    private boolean reserve(Refund refund, long charge, int place, Money paid, Money amount) {
        if (amount.fen() == 0) {
            return true;
        }
        jdbc.sql("""
                insert into payment.refund_limit (channel, transaction_no, charge_id, place, paid_fen) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(refund.channel().name(), refund.transaction(), charge, place, paid.fen())
                .update();
        return take(refund, charge, place, amount) == 1;
    }

    private int take(Refund refund, long charge, int place, Money amount) {
        return jdbc.sql("""
                        update payment.refund_limit set taken_fen = taken_fen + :amount
                         where channel = :channel and transaction_no = :transaction and charge_id = :charge and place = :place
                           and taken_fen + :amount <= paid_fen
                        """)
                .param("amount", amount.fen())
                .param("channel", refund.channel().name())
                .param("transaction", refund.transaction())
                .param("charge", charge)
                .param("place", place)
                .update();
    }

    /** It will not go back after all: what was promised can be promised again. */
    void release(Refund refund) {
        var none = Money.ZERO;
        take(refund, 0, -1, none.minus(refund.amount()));
        if (refund.discrepancy() != null) {
            take(refund, chargeKey(refund), 0, none.minus(refund.amount()));
        }
        for (var share : shares(refund)) {
            take(refund, chargeKey(refund), share.place(), none.minus(share.amount()));
        }
    }

    private static long chargeKey(Refund refund) {
        var charge = refund.charge();
        return charge == null ? 0 : charge.id();
    }

    /** What of a charge has gone back, once this one has. */
    Money goneBack(Paid charge) {
        return new Money(
                jdbc.sql("""
                        select coalesce(sum(amount_fen), 0) from payment.refund
                         where charge_id = :id and discrepancy_id is null and state = 'DONE'
                        """).param("id", charge.id()).query(Long.class).single());
    }

    /**
     * Those whose turn it is; their next turn is put off, longer each time. Two nodes never ask about the same at once.
     * Materialized: what is locked is chosen once, whatever the plan; else a join may choose anew for each row.
     */
    List<Due> takeDue(Instant machineNow, int limit) {
        return jdbc.sql("""
                        with due as materialized (select id from payment.refund where ask_at <= :machine
                                                   order by ask_at limit :limit for update skip locked)
                        update payment.refund r
                           set ask_at = cast(:machine as timestamptz)
                                        + greatest(interval '30 seconds', least(interval '30 minutes', asked * interval '20 seconds')),
                               asked = asked + 1
                          from due
                         where r.id = due.id
                        returning r.number
                        """)
                .param("machine", Timestamp.from(machineNow))
                .param("limit", limit)
                .query(Due.class)
                .list();
    }

    static Refund refund(ResultSet row) throws SQLException {
        var done = row.getTimestamp("done_at");
        return new Refund(
                row.getLong("id"),
                row.getString("number"),
                RefundGround.valueOf(row.getString("ground")),
                row.getObject("c_id") == null ? null : RefundSources.paid(row),
                row.getObject("discrepancy_id", Long.class),
                ChannelCode.valueOf(row.getString("channel")),
                row.getString("order_number"),
                row.getString("transaction_no"),
                new Money(row.getLong("order_total_fen")),
                new Money(row.getLong("amount_fen")),
                RefundState.valueOf(row.getString("state")),
                row.getString("reason"),
                Role.valueOf(row.getString("asked_by_role")),
                row.getLong("asked_by"),
                row.getObject("proposed_by", Long.class),
                row.getBoolean("accepted"),
                row.getInt("attempt"),
                row.getString("channel_said"),
                row.getTimestamp("opened_at").toInstant(),
                done == null ? null : done.toInstant(),
                row.getInt("version"));
    }
}

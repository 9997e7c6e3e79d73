package org.gongkao.payment.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.payment.FeePart;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts and what happened to them. Who moves one holds its chain: the receipts of one charge, from the first to the last. */
@Repository
class ReceiptRows {

    static final String RECEIPT = """
            select r.id, r.number, r.charge_id, r.replaces, r.title, r.payer, r.amount_fen, r.state, r.attempt, r.code, r.receipt_no,
                   r.check_code, r.issued_at, r.file_id, r.pdf_hash, r.red_code, r.red_no, r.red_at, r.remaining_fen, r.refused,
                   r.doubt, r.proposed_by, r.proposed_name, r.proposed_reason, r.proposed_at, r.queued_at, r.version
              from payment.fiscal_receipt r
            """;

    /** While one node asks, no other does; should the process die meanwhile, the receipt comes up again after this. */
    private static final String CLAIM = "interval '60 seconds'";

    /** 待开票据。What a receipt is made over and in whose name. */
    record Order(
            long charge,
            @Nullable FiscalReceipt replaces,
            String title,
            String payer,
            @Nullable String unit,
            List<FeePart> parts,
            Money amount) {}

    /** 票据经过行。One line of what happened. */
    record Event(ReceiptAct act, ReceiptState after, String by, String detail, Instant at) {}

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A charge has one first receipt, and a receipt one that stands in for it, however often this is asked. */
    boolean add(Order order, Instant machineNow, Instant now) {
        var id = jdbc.sql("""
                        insert into payment.fiscal_receipt
                               (number, charge_id, replaces, title, payer, payer_unit, amount_fen, ask_at, queued_at)
                        values ('P' || :day || lpad(nextval('payment.fiscal_receipt_number')::text, 8, '0'), :charge, :replaces, :title,
                                :payer, :unit, :amount, :ask, :now)
                        on conflict do nothing returning id
                        """)
                .param("day", Shanghai.day(now).toString().replace("-", ""))
                .param("charge", order.charge())
                .param(
                        "replaces",
                        order.replaces() == null ? null : order.replaces().id())
                .param("title", order.title())
                .param("payer", order.payer())
                .param("unit", order.unit())
                .param("amount", order.amount().fen())
                .param("ask", Timestamp.from(machineNow))
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
        int place = 0;
        for (var part : id.isPresent() ? order.parts() : List.<FeePart>of()) {
            jdbc.sql(
                            "insert into payment.fiscal_receipt_part (receipt_id, place, name, amount_fen) values (?, ?, ?, ?)")
                    .params(id.get(), ++place, part.name(), part.amount().fen())
                    .update();
        }
        return id.isPresent();
    }

    /**
     * Makes everybody else who wants to move a receipt of this charge wait until the transaction ends, and answers with the
     * last one, which is the one in force.
     */
    Optional<FiscalReceipt> lockLast(long charge) {
        jdbc.sql("select id from payment.fiscal_receipt where charge_id = :charge and replaces is null for update")
                .param("charge", charge)
                .query(Long.class)
                .list();
        return jdbc.sql(RECEIPT + " where r.charge_id = :charge order by r.id desc limit 1")
                .param("charge", charge)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The receipt, with its chain held. */
    Optional<FiscalReceipt> lock(String number) {
        find(number).ifPresent(found -> lockLast(found.charge()));
        return find(number);
    }

    Optional<FiscalReceipt> find(String number) {
        return jdbc.sql(RECEIPT + " where r.number = :number")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    List<FeePart> parts(FiscalReceipt receipt) {
        return jdbc.sql(
                        "select name, amount_fen from payment.fiscal_receipt_part where receipt_id = :id order by place")
                .param("id", receipt.id())
                .query((row, n) -> new FeePart(row.getString("name"), new Money(row.getLong("amount_fen"))))
                .list();
    }

    /** Latest first. */
    List<Event> events(FiscalReceipt receipt) {
        return jdbc.sql("""
                        select act, state_after, actor_name, detail, happened_at from payment.fiscal_receipt_event
                         where receipt_id = :id order by id desc
                        """)
                .param("id", receipt.id())
                .query((row, n) -> new Event(
                        ReceiptAct.valueOf(row.getString("act")),
                        ReceiptState.valueOf(row.getString("state_after")),
                        row.getString("actor_name"),
                        row.getString("detail"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    /** Writes that the issuer is asked; when it is asked again was decided when its turn came. */
    void ask(FiscalReceipt.Moved moved, Instant now) {
        var next = jdbc.sql("select ask_at from payment.fiscal_receipt where id = :id")
                .param("id", moved.from().id())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        write(moved, next.orElse(null), Actor.SYSTEM, now);
    }

    /** Writes the move and its line; {@code askAt} is when the issuer is asked, by the machine's clock. */
    void write(FiscalReceipt.Moved moved, @Nullable Instant askAt, Actor by, Instant now) {
        boolean refused = moved.to() == ReceiptState.REFUSED || moved.to() == ReceiptState.RED_REFUSED;
        int rows = jdbc.sql("""
                        update payment.fiscal_receipt
                           set state = :to, ask_at = :ask,
                               asked = case when :act = 'ASK' then asked else 0 end,
                               attempt = attempt + case when :act in ('RETRY', 'RETRY_RED') then 1 else 0 end,
                               refused = case when :refused then :detail end,
                               proposed_by = case when :act = 'PROPOSE' then :by end,
                               proposed_name = case when :act = 'PROPOSE' then :name end,
                               proposed_reason = case when :act = 'PROPOSE' then :detail end,
                               proposed_at = case when :act = 'PROPOSE' then cast(:now as timestamptz) end,
                               version = version + 1
                         where id = :id and state = :from and version = :version
                        """)
                .param("to", moved.to().name())
                .param("ask", askAt == null ? null : Timestamp.from(askAt))
                .param("act", moved.act().name())
                .param("refused", refused)
                .param("detail", moved.detail())
                .param("by", by.account())
                .param("name", by.name())
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

    private void addEvent(FiscalReceipt.Moved moved, Actor by, Instant now) {
        jdbc.sql("""
                insert into payment.fiscal_receipt_event
                       (receipt_id, act, state_before, state_after, actor_role, account, actor_name, detail, happened_at)
                values (:id, :act, :before, :after, :role, :account, :name, :detail, :now)
                """)
                .param("id", moved.from().id())
                .param("act", moved.act().name())
                .param("before", moved.from().state().name())
                .param("after", moved.to().name())
                .param("role", by.role().name())
                .param("account", by.account())
                .param("name", by.name())
                .param("detail", moved.detail())
                .param("now", Timestamp.from(now))
                .update();
    }

    void keep(FiscalReceipt receipt, FiscalReceipt.Document document) {
        jdbc.sql("""
                update payment.fiscal_receipt
                   set code = :code, receipt_no = :no, check_code = :check, issued_at = :at, file_id = :file, pdf_hash = :hash
                 where id = :id
                """)
                .param("code", document.code())
                .param("no", document.number())
                .param("check", document.checkCode())
                .param("at", Timestamp.from(document.issuedAt()))
                .param("file", document.file())
                .param("hash", document.hash())
                .param("id", receipt.id())
                .update();
    }

    void keep(FiscalReceipt receipt, FiscalReceipt.Red red) {
        jdbc.sql("update payment.fiscal_receipt set red_code = :code, red_no = :no, red_at = :at where id = :id")
                .param("code", red.code())
                .param("no", red.number())
                .param("at", Timestamp.from(red.markedAt()))
                .param("id", receipt.id())
                .update();
    }

    /** Money went back: what is left only shrinks, in whatever order the news of several refunds come. */
    void leave(FiscalReceipt receipt, Money remaining) {
        jdbc.sql("update payment.fiscal_receipt set remaining_fen = least(remaining_fen, :left) where id = :id")
                .param("left", remaining.fen())
                .param("id", receipt.id())
                .update();
    }

    /** What finance has to look into: no move, whatever the state. */
    void doubt(FiscalReceipt receipt, String sentence, Instant now) {
        setDoubt(receipt, sentence);
        addEvent(new FiscalReceipt.Moved(receipt, ReceiptAct.DOUBT, receipt.state(), sentence), Actor.SYSTEM, now);
    }

    void settleDoubt(FiscalReceipt receipt, String note, Actor by, Instant now) {
        setDoubt(receipt, null);
        addEvent(new FiscalReceipt.Moved(receipt, ReceiptAct.SETTLE_DOUBT, receipt.state(), note), by, now);
    }

    private void setDoubt(FiscalReceipt receipt, @Nullable String sentence) {
        jdbc.sql("update payment.fiscal_receipt set doubt = :doubt, version = version + 1 where id = :id")
                .param("doubt", sentence)
                .param("id", receipt.id())
                .update();
    }

    /** Whether another receipt has this code and number already. */
    boolean isTaken(String code, String number, FiscalReceipt by) {
        return jdbc.sql("""
                        select exists (select 1 from payment.fiscal_receipt where code = :code and receipt_no = :no and id <> :id)
                        """)
                .param("code", code)
                .param("no", number)
                .param("id", by.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the receipt whose turn it is and puts its next turn off, longer each time, up to half an hour. Skips what another
     * node holds, so that two never ask about the same one at once.
     */
    Optional<String> takeDue(Instant machineNow) {
        return jdbc.sql("""
                        update payment.fiscal_receipt
                           set ask_at = cast(:machine as timestamptz)
                                        + greatest(%s, least(interval '30 minutes', asked * asked * interval '15 seconds')),
                               asked = asked + 1
                         where id = (select id from payment.fiscal_receipt where ask_at <= :machine order by ask_at, id limit 1
                                        for update skip locked)
                        returning number
                        """.formatted(CLAIM))
                .param("machine", Timestamp.from(machineNow))
                .query(String.class)
                .optional();
    }

    static FiscalReceipt read(ResultSet row) throws SQLException {
        return new FiscalReceipt(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("charge_id"),
                row.getObject("replaces", Long.class),
                row.getString("title"),
                row.getString("payer"),
                new Money(row.getLong("amount_fen")),
                ReceiptState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                document(row),
                red(row),
                row.getObject("remaining_fen", Long.class) == null ? null : new Money(row.getLong("remaining_fen")),
                row.getString("refused"),
                row.getString("doubt"),
                proposal(row),
                row.getTimestamp("queued_at").toInstant(),
                row.getInt("version"));
    }

    private static FiscalReceipt.@Nullable Document document(ResultSet row) throws SQLException {
        return row.getString("code") == null
                ? null
                : new FiscalReceipt.Document(
                        row.getString("code"),
                        row.getString("receipt_no"),
                        row.getString("check_code"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getLong("file_id"),
                        row.getString("pdf_hash"));
    }

    private static FiscalReceipt.@Nullable Red red(ResultSet row) throws SQLException {
        return row.getString("red_code") == null
                ? null
                : new FiscalReceipt.Red(
                        row.getString("red_code"),
                        row.getString("red_no"),
                        row.getTimestamp("red_at").toInstant());
    }

    private static FiscalReceipt.@Nullable Proposal proposal(ResultSet row) throws SQLException {
        return row.getString("proposed_reason") == null
                ? null
                : new FiscalReceipt.Proposal(
                        row.getLong("proposed_by"),
                        row.getString("proposed_name"),
                        row.getString("proposed_reason"),
                        row.getTimestamp("proposed_at").toInstant());
    }
}

package org.gongkao.payment.receipt;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.payment.Bill;
import org.gongkao.payment.ChargePaid;
import org.gongkao.payment.ChargeRefunded;
import org.gongkao.payment.Charges;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.Payment;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.Settling;
import org.gongkao.payment.StartingPayment;
import org.gongkao.payment.Visit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Charges that are paid in tests, and the news about them that brings receipts. */
@Component
@Profile("test")
public class GivenReceipts {

    static final Instant DEADLINE = Instant.parse("2023-04-14T16:00:00Z");

    private final Charges charges;
    private final StartingPayment starting;
    private final Settling settling;
    private final IssuingReceipts issuing;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    GivenReceipts(
            Charges charges,
            StartingPayment starting,
            Settling settling,
            IssuingReceipts issuing,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.charges = charges;
        this.starting = starting;
        this.settling = settling;
        this.issuing = issuing;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Paid by the person at the channel, and queued. */
    public long paid(String key, Actor worker) {
        return pay("GK" + worker.person(), worker, charge(key, worker));
    }

    /** Paid by the unit in one order with others. */
    void paidByUnit(String unit, Actor clerk, Actor... workers) {
        var ids = new ArrayList<Long>();
        for (var worker : workers) {
            ids.add(charge("k" + worker.person(), worker));
        }
        pay("GU" + unit, clerk, ids.toArray(Long[]::new));
    }

    long paidForTextbooks(String key, String unit, Actor clerk) {
        var bill = new Bill("2023年度教材", List.of(new FeePart("教材", Money.yuan(1_280))));
        return pay("GU" + unit, clerk, charges.openForUnit(Purpose.TEXTBOOK, key, unit, bill, DEADLINE, Actor.SYSTEM));
    }

    /** Settled in the tables, without the news of it. */
    long settledUnnoticed(String key, Actor worker) {
        long charge = charge(key, worker);
        jdbc.sql("""
                insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
                values ('quiet', 'quiet', 'WECHAT', 38000, 'GK', '', 0, now())
                """).update();
        jdbc.sql("insert into payment.order_share (order_number, charge_id, amount_fen) values ('quiet', ?, 38000)")
                .params(charge)
                .update();
        jdbc.sql("""
                insert into payment.receipt (charge_id, order_number, channel, transaction_no, amount_fen, paid_at, recorded_at)
                values (?, 'quiet', 'WECHAT', 'T', 38000, now(), now())
                """).params(charge).update();
        return charge;
    }

    private long charge(String key, Actor worker) {
        var bill = new Bill(
                "2023年度工考 一级（高级技师）",
                List.of(new FeePart("报名考试费", Money.yuan(60)), new FeePart("培训费", Money.yuan(320))));
        return charges.open(Purpose.GRADING, key, worker.person(), bill, DEADLINE, Actor.SYSTEM);
    }

    private long pay(String mark, Actor by, Long... ids) {
        var key = jdbc.sql("select number from payment.charge where id = :id")
                .param("id", ids[0])
                .query(String.class)
                .single();
        var visit = new Visit(
                ChannelCode.WECHAT,
                ChannelOrder.Device.DESKTOP,
                "127.0.0.1",
                URI.create("http://gongkao.test"),
                "/charges/returned");
        starting.pay(new Payment(key, "测试", mark, List.of(ids)), visit, by, clock.instant());
        var paid = jdbc.sql("""
                        select order_number, amount_fen, payer from payment.channel_order where payment_key = :key
                         order by sent_at desc limit 1
                        """)
                .param("key", key)
                .query((row, n) -> new ChannelAnswer.Paid(
                        row.getString("order_number"),
                        "T-" + row.getString("order_number"),
                        new Money(row.getLong("amount_fen")),
                        row.getString("payer"),
                        clock.instant()))
                .single();
        settling.take(paid.orderNumber(), ChannelCode.WECHAT, paid, clock.instant());
        Arrays.stream(ids).forEach(id -> await().until(() -> count(id) > 0));
        return ids[0];
    }

    void paidAgain(long charge) {
        publish(new ChargePaid(charge, Purpose.TEXTBOOK, "", false));
    }

    void refunded(long charge, Money remaining) {
        publish(new ChargeRefunded(charge, "", 1, remaining));
    }

    /** As the registry hands it out, and waits until it is done with. */
    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
        await().until(() -> jdbc.sql("""
                        select count(*) from public.event_publication
                         where completion_date is null and listener_id like '%QueueingReceipts%'
                        """).query(Integer.class).single() == 0);
    }

    /** The queue's turn: all that wait are asked about now. */
    public int work() {
        jdbc.sql("update payment.fiscal_receipt set ask_at = now() - interval '1 second' where ask_at is not null")
                .update();
        return issuing.issueDue(clock.instant());
    }

    /** The number under which the receipt in force is known. */
    public String number(long charge) {
        return last(charge).number();
    }

    int count(long charge) {
        return jdbc.sql("select count(*) from payment.fiscal_receipt where charge_id = :charge")
                .param("charge", charge)
                .query(Integer.class)
                .single();
    }

    /** The receipt in force of a charge, or the last one that was. */
    FiscalReceipt last(long charge) {
        return jdbc.sql(ReceiptRows.RECEIPT + " where r.charge_id = :charge order by r.id desc limit 1")
                .param("charge", charge)
                .query((row, n) -> ReceiptRows.read(row))
                .single();
    }
}

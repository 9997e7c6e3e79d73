package org.gongkao.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.payment.Bill;
import org.gongkao.payment.Charges;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.GivenChannel;
import org.gongkao.payment.Payment;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.Settling;
import org.gongkao.payment.StartingPayment;
import org.gongkao.payment.Visit;
import org.gongkao.payment.refund.HandlingRefunds.Typed;
import org.gongkao.payment.refund.RequestingRefunds.Request;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A charge of level one, 60 and 320, that the worker has paid; the people of finance; and what the channel says. */
abstract class RefundTest extends DatabaseTest {

    static final Instant DEADLINE = Instant.parse("2023-04-14T16:00:00Z");
    static final Bill BILL = new Bill(
            "2023年度工考 一级（高级技师）", List.of(new FeePart("报名考试费", Money.yuan(60)), new FeePart("培训费", Money.yuan(320))));

    @Autowired
    Charges charges;

    @Autowired
    StartingPayment starting;

    @Autowired
    Settling settling;

    @Autowired
    GivenChannel channel;

    @Autowired
    RequestingRefunds requesting;

    @Autowired
    HandlingRefunds handling;

    @Autowired
    AskingRefunds asking;

    @Autowired
    TakingRefundAnswers taking;

    @Autowired
    RefundRows rows;

    Instant now = Instant.EPOCH;

    @BeforeEach
    void anew() {
        channel.forget();
        clock.set("2023-04-10T09:00:00");
        now = clock.instant();
    }

    Actor payer() {
        return cast.actor(Cast.WORKER);
    }

    Actor first() {
        return cast.actor(Cast.FINANCE);
    }

    Actor second() {
        return cast.actor(Cast.SECOND_FINANCE);
    }

    /** The number of a charge that the worker has paid. */
    String paid(String key) {
        var order = ordered(key);
        take(order, "T-" + key, now);
        return charges.find(key).number();
    }

    ChannelOrder ordered(String... keys) {
        var ids = List.of(keys).stream()
                .map(key -> charges.open(Purpose.GRADING, key, payer().person(), BILL, DEADLINE, Actor.SYSTEM))
                .toList();
        var first = charges.find(keys[0]);
        var visit = new Visit(
                ChannelCode.WECHAT,
                ChannelOrder.Device.DESKTOP,
                "127.0.0.1",
                URI.create("http://gongkao.test"),
                "/charges/returned");
        starting.pay(new Payment(first.number(), first.title(), "GK" + payer().person(), ids), visit, payer(), now);
        return channel.lastOrder();
    }

    void take(ChannelOrder order, String transaction, Instant at) {
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(order.number(), transaction, order.amount(), order.payer(), at),
                now);
    }

    /** Asked for by the payer: the training. */
    Refund asked(String charge) {
        return rows.get(
                requesting.ofCharge(charge, new Request(RefundGround.OWN_WISH, "因病不能参加培训", true), payer(), now),
                first());
    }

    Refund proposed(String charge, String training) {
        var refund = asked(charge);
        act(refund, RefundAct.PROPOSE, first(), Map.of(1, "0", 2, training));
        return get(refund);
    }

    Refund sent(String charge) {
        var refund = proposed(charge, "320");
        act(refund, RefundAct.APPROVE, second(), Map.of());
        return get(refund);
    }

    void act(Refund refund, RefundAct act, Actor by, Map<Integer, String> amounts) {
        handling.handle(refund.number(), get(refund).version(), act, new Typed("因为如此", amounts), by, now);
    }

    void says(Refund refund, RefundAnswer answer) {
        taking.take(ChannelCode.WECHAT, refund.number(), answer, now);
    }

    RefundAnswer.Done done(Refund refund) {
        return new RefundAnswer.Done(refund.number(), "50" + refund.number(), refund.amount(), now);
    }

    Refund get(Refund refund) {
        return rows.get(refund.number(), first());
    }

    RefundState state(Refund refund) {
        return get(refund).state();
    }

    long booked(String account) {
        return jdbc.sql("select coalesce(sum(amount_fen), 0) from ledger.line where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    MvcTestResult post(String who, String path, String... fields) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    static void refused(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}

package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkao.payment.GivenCharge.BILL;
import static org.gongkao.payment.GivenCharge.DEADLINE;
import static org.gongkao.payment.GivenCharge.KEY;
import static org.gongkao.payment.GivenCharge.PAYER;
import static org.gongkao.payment.GivenCharge.PERSON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.PayWay;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One charge and those who want to move it at once, on a real database. */
class ChargesDbTest extends DatabaseTest {

    @Autowired
    private Charges charges;

    @Autowired
    private ChargeRows rows;

    @Autowired
    private StartingPayment starting;

    @Autowired
    private Settling settling;

    @Autowired
    private AskingChannel asking;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        channel.forget();
        clock.set("2023-04-10T09:00:00");
        GivenCharge.open(charges);
    }

    @Test
    void asking_fifty_times_at_once_makes_one_charge() throws Exception {
        var tasks = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 50; i++) {
            tasks.add(() -> charges.open(Purpose.GRADING, "again", PERSON, BILL, DEADLINE, Actor.SYSTEM));
        }
        // An insert that gives way uses up a number all the same: which one the charge got depends on the race.
        assertThat(atOnce(tasks))
                .hasSize(50)
                .containsOnly(rows.find("again").orElseThrow().id());
        assertThat(count("payment.charge where purpose_key = 'again'")).isOne();
    }

    /** A second connection would wait here for what its own transaction holds: then its statement is cancelled. */
    @Test
    void what_is_not_at_the_channel_is_given_up_on_one_connection() {
        var watch = CompletableFuture.runAsync(
                () -> jdbc.sql("""
                                select pg_cancel_backend(pid) from pg_stat_activity
                                 where wait_event_type = 'Lock' and datname = current_database()
                                """).query().listOfRows(), CompletableFuture.delayedExecutor(15, TimeUnit.SECONDS));
        var given = transaction.execute(status -> {
            rows.lock(KEY);
            return charges.cancel(KEY, PAYER, clock.instant());
        });
        watch.cancel(false);
        assertThat(given).isEqualTo(Settlement.LAPSED);
    }

    @Test
    void what_was_paid_and_not_given_back_whole_is_not_asked_for_again() {
        pay();
        settling.take(
                channel.lastOrder().number(),
                ChannelCode.WECHAT,
                GivenCharge.paid(channel.lastOrder(), DEADLINE.minusSeconds(1)),
                clock.instant());
        var first = rows.find(KEY).orElseThrow();
        givenBack(first, 36_499);
        assertThat(GivenCharge.open(charges)).isEqualTo(first.id());
        assertThat(charges.isReplaced(new ChargePaid(first.id(), Purpose.GRADING, KEY, false)))
                .isFalse();
    }

    @Test
    void what_went_back_whole_is_asked_for_again_by_one_more_charge_however_many_ask() throws Exception {
        pay();
        var order = channel.lastOrder();
        settling.take(
                order.number(), ChannelCode.WECHAT, GivenCharge.paid(order, DEADLINE.minusSeconds(1)), clock.instant());
        var first = rows.find(KEY).orElseThrow();
        givenBack(first, 36_500);
        var tasks = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 20; i++) {
            tasks.add(() -> GivenCharge.open(charges));
        }
        var second = atOnce(tasks).stream().distinct().toList();
        assertThat(second).hasSize(1).doesNotContain(first.id());
        assertThat(count("payment.charge")).isEqualTo(2);
        assertThat(charges.isReplaced(new ChargePaid(first.id(), Purpose.GRADING, KEY, false)))
                .isTrue();
        assertThat(state()).as("the newer one is meant").isEqualTo(ChargeState.OPEN);
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                GivenCharge.paid(order, "T-late", DEADLINE.minusSeconds(1)),
                DEADLINE);
        assertThat(state()).isEqualTo(ChargeState.OPEN);
        assertThat(discrepancies()).containsExactly("DOUBLE");
    }

    private void givenBack(Charge charge, long fen) {
        jdbc.sql("""
                insert into payment.refund (number, ground, charge_id, channel, order_number, transaction_no, order_total_fen,
                       amount_fen, state, attempt, reason, asked_by_role, asked_by, opened_at, done_at)
                select 'R2023041000000001', 'ORGANISER', charge_id, channel, order_number, transaction_no, amount_fen,
                       :fen, 'DONE', 1, '考核取消', 'WORKER', 1, recorded_at, recorded_at
                  from payment.receipt where charge_id = :charge
                """).param("fen", fen).param("charge", charge.id()).update();
    }

    @Test
    void the_same_purpose_with_another_amount_or_person_is_refused() {
        assertThatThrownBy(() -> charges.open(Purpose.GRADING, KEY, PERSON, Money.yuan(320), DEADLINE, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(PaymentRefusal.OTHER_CHARGE));
        assertThatThrownBy(() -> charges.open(Purpose.GRADING, KEY, 8, BILL, DEADLINE, Actor.SYSTEM))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> charges.open(Purpose.GRADING, "nothing", PERSON, Money.ZERO, DEADLINE, Actor.SYSTEM))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void another_persons_charge_is_not_found() {
        var other = new Actor(4, "赵桂英", Role.WORKER, null, 8L);
        assertThatThrownBy(() -> rows.get(charges.find(KEY).number(), other))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(CommonRefusal.NOT_FOUND));
    }

    @Test
    void a_charge_that_never_went_to_the_channel_lapses_at_the_bell_and_not_before() {
        assertThat(charges.lapse(KEY, DEADLINE.minusMillis(1))).isEqualTo(Settlement.UNKNOWN);
        assertThat(state()).isEqualTo(ChargeState.OPEN);
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.LAPSED);
        assertThat(state()).isEqualTo(ChargeState.LAPSED);
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.LAPSED);
    }

    @Test
    void a_charge_at_the_channel_is_held_at_the_bell_until_the_channel_has_closed_the_order() {
        pay();
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.UNKNOWN);
        assertThat(state()).isEqualTo(ChargeState.UNKNOWN);
        assertThat(asking.askDue(DEADLINE)).isOne();
        assertThat(channel.hasClosed(channel.lastOrder().number())).isTrue();
        assertThat(state()).isEqualTo(ChargeState.OPEN);
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.LAPSED);
    }

    @Test
    void a_payment_made_before_the_bell_counts_when_the_channel_tells_of_it_after_the_bell() {
        pay();
        channel.says(channel.lastOrder().number(), GivenCharge.paid(channel.lastOrder(), DEADLINE.minusMillis(1)));
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.UNKNOWN);
        asking.askDue(DEADLINE.plusSeconds(60));
        assertThat(charges.lapse(KEY, DEADLINE.plusSeconds(60))).isEqualTo(Settlement.SETTLED);
    }

    @Test
    void a_payment_made_at_the_bell_comes_too_late_and_stands_as_a_discrepancy() {
        pay();
        settling.take(
                channel.lastOrder().number(),
                ChannelCode.WECHAT,
                GivenCharge.paid(channel.lastOrder(), DEADLINE),
                DEADLINE);
        assertThat(state()).isEqualTo(ChargeState.LAPSED);
        assertThat(discrepancies()).containsExactly("LATE");
    }

    @Test
    void a_message_of_a_payment_before_the_bell_counts_even_for_a_charge_that_has_lapsed() {
        pay();
        var order = channel.lastOrder();
        settling.take(order.number(), ChannelCode.WECHAT, new ChannelAnswer.NotPaid("渠道已关闭订单"), DEADLINE);
        charges.lapse(KEY, DEADLINE);
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                GivenCharge.paid(order, DEADLINE.minusSeconds(5)),
                DEADLINE.plusSeconds(900));
        assertThat(state()).isEqualTo(ChargeState.SETTLED);
    }

    @Test
    void a_channel_that_does_not_answer_leaves_the_charge_unknown_and_asked_again() {
        channel.says(charges.find(KEY).number() + "_1", new ChannelAnswer.NoAnswer("超时"));
        assertThat(pay(KEY, clock.instant())).isEmpty();
        assertThat(state()).isEqualTo(ChargeState.UNKNOWN);
        assertThatThrownBy(() -> pay(KEY, clock.instant()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(PaymentRefusal.BEING_CONFIRMED));
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.UNKNOWN);
        asking.askDue(DEADLINE);
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void nobody_sets_out_to_pay_after_the_bell() {
        assertThatThrownBy(() -> pay(KEY, DEADLINE))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(PaymentRefusal.OVER));
        assertThat(state()).isEqualTo(ChargeState.OPEN);
    }

    @Test
    void paying_twice_under_one_order_settles_once_and_under_two_is_a_discrepancy() {
        pay();
        var order = channel.lastOrder();
        var paid = GivenCharge.paid(order, clock.instant());
        settling.take(order.number(), ChannelCode.WECHAT, paid, clock.instant());
        settling.take(order.number(), ChannelCode.WECHAT, paid, clock.instant());
        assertThat(discrepancies()).isEmpty();
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                GivenCharge.paid(order, "another", clock.instant()),
                clock.instant());
        assertThat(discrepancies()).containsExactly("DOUBLE");
        assertThat(count("payment.receipt")).isOne();
    }

    @Test
    void two_messages_at_once_settle_once() throws Exception {
        pay();
        var order = channel.lastOrder();
        var tasks = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 16; i++) {
            tasks.add(() -> {
                settling.take(
                        order.number(), ChannelCode.WECHAT, GivenCharge.paid(order, clock.instant()), clock.instant());
                return 0L;
            });
        }
        atOnce(tasks);
        assertThat(state()).isEqualTo(ChargeState.SETTLED);
        assertThat(count("payment.receipt")).isOne();
        assertThat(count("payment.charge_event where act = 'PAY'")).isOne();
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void the_bell_and_the_payment_at_once_agree_on_one_end() throws Exception {
        for (int round = 0; round < 10; round++) {
            var key = "race-" + round;
            charges.open(Purpose.GRADING, key, PERSON, BILL, DEADLINE, Actor.SYSTEM);
            pay(key, clock.instant());
            var order = channel.lastOrder();
            channel.says(order.number(), GivenCharge.paid(order, DEADLINE.minusSeconds(1)));
            atOnce(List.of(
                    () -> {
                        settling.take(
                                order.number(),
                                ChannelCode.WECHAT,
                                GivenCharge.paid(order, DEADLINE.minusSeconds(1)),
                                DEADLINE);
                        return 0L;
                    },
                    () -> {
                        charges.lapse(key, DEADLINE);
                        return 0L;
                    }));
            asking.askDue(DEADLINE);
            assertThat(charges.lapse(key, DEADLINE)).isEqualTo(Settlement.SETTLED);
        }
    }

    @Test
    void another_amount_is_never_paid_and_waits_for_finance() {
        pay();
        var order = channel.lastOrder();
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(order.number(), "T", Money.yuan(1), order.payer(), clock.instant()),
                clock.instant());
        assertThat(state()).isEqualTo(ChargeState.DISPUTED);
        assertThat(charges.lapse(KEY, DEADLINE)).as("held while finance looks").isEqualTo(Settlement.UNKNOWN);
        assertThat(discrepancies()).containsExactly("AMOUNT");
    }

    @Test
    void another_payer_is_never_paid() {
        pay();
        var order = channel.lastOrder();
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(order.number(), "T", order.amount(), "GK8", clock.instant()),
                clock.instant());
        assertThat(state()).isEqualTo(ChargeState.DISPUTED);
        assertThat(discrepancies()).containsExactly("PAYER");
    }

    @Test
    void money_for_an_order_that_nobody_sent_is_a_discrepancy() {
        var order = new ChannelOrder(
                "9999999999999999_1",
                "GK7",
                Money.yuan(365),
                "",
                DEADLINE,
                ChannelOrder.Device.DESKTOP,
                "",
                GivenCharge.VISIT.here(),
                GivenCharge.VISIT.here());
        settling.take(order.number(), ChannelCode.WECHAT, GivenCharge.paid(order, clock.instant()), clock.instant());
        assertThat(discrepancies()).containsExactly("NO_ORDER");
    }

    @Test
    void giving_up_asks_the_channel_first_even_when_the_giving_up_is_refused() {
        pay();
        assertThat(charges.cancel(KEY, PAYER, clock.instant())).isEqualTo(Settlement.UNKNOWN);
        asking.askDue(clock.instant());
        assertThat(charges.cancel(KEY, PAYER, clock.instant())).isEqualTo(Settlement.LAPSED);
        assertThat(state()).isEqualTo(ChargeState.CANCELLED);
    }

    @Test
    void a_longer_deadline_lets_the_payer_pay_later() {
        charges.postpone(KEY, DEADLINE.plus(Duration.ofDays(2)), Actor.SYSTEM, clock.instant());
        assertThat(charges.lapse(KEY, DEADLINE)).isEqualTo(Settlement.UNKNOWN);
        assertThat(pay(KEY, DEADLINE)).isPresent();
    }

    private void pay() {
        Instant now = clock.instant();
        assertThat(pay(KEY, now)).isPresent();
        assertThat(state()).isEqualTo(ChargeState.PREPARED);
    }

    private ChargeState state() {
        return charges.find(KEY).state();
    }

    private Optional<PayWay> pay(String key, Instant now) {
        return starting.pay(Payment.of(rows.find(key).orElseThrow()), GivenCharge.VISIT, PAYER, now);
    }

    private List<String> discrepancies() {
        return jdbc.sql("select kind from payment.discrepancy order by id")
                .query(String.class)
                .list();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            start.countDown();
            for (var one : running) {
                results.add(one.get());
            }
        }
        return results;
    }
}

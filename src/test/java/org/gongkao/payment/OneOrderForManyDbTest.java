package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gongkao.payment.GivenCharge.BILL;
import static org.gongkao.payment.GivenCharge.DEADLINE;
import static org.gongkao.payment.GivenCharge.PAYER;
import static org.gongkao.payment.GivenCharge.VISIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An order whose sum is for several charges, an order that is left for another one, and what the book says of both. */
class OneOrderForManyDbTest extends DatabaseTest {

    @Autowired
    private Charges charges;

    @Autowired
    private ChargeRows rows;

    @Autowired
    private StartingPayment starting;

    @Autowired
    private Settling settling;

    @Autowired
    private DecidingDiscrepancies deciding;

    @Autowired
    private AskingChannel asking;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private TransactionTemplate transactions;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void anew() {
        channel.forget();
        clock.set("2023-04-10T09:00:00");
        now = clock.instant();
    }

    @Test
    void the_sum_settles_each_of_its_charges_once() {
        var order = payFor("a", "b", "c");
        assertThat(order.amount()).isEqualTo(Money.yuan(3 * 365));
        take(GivenCharge.paid(order, now));
        take(GivenCharge.paid(order, now));
        assertThat(states("a", "b", "c")).containsOnly(ChargeState.SETTLED);
        assertThat(booked("INCOME")).isEqualTo(-3 * 36_500);
        assertThat(booked("CHANNEL")).isEqualTo(3 * 36_500);
    }

    @Test
    void one_that_was_paid_otherwise_meanwhile_stands_as_paid_twice_and_the_others_count() {
        var order = payFor("a", "b");
        var alone = new ChannelAnswer.Paid(order.number(), "T-1", order.amount(), order.payer(), now);
        jdbc.sql("update payment.charge set deadline = :over where purpose_key = 'b'")
                .param("over", java.sql.Timestamp.from(now))
                .update();
        take(alone);
        assertThat(states("a", "b")).containsExactly(ChargeState.SETTLED, ChargeState.LAPSED);
        assertThat(discrepancies()).containsExactly("LATE 36500");
        assertThat(jdbc.sql("select count(*) from ledger.entry where kind = 'UNCLEAR'")
                        .query(Integer.class)
                        .single())
                .as("in doubt, until it is given back by itself")
                .isOne();
        assertThat(booked("CHANNEL")).isEqualTo(2 * 36_500);
    }

    @Test
    void a_wrong_sum_puts_all_in_doubt_and_finance_releases_all() {
        var order = payFor("a", "b");
        take(new ChannelAnswer.Paid(order.number(), "T-1", Money.yuan(1), order.payer(), now));
        assertThat(states("a", "b")).containsOnly(ChargeState.DISPUTED);
        long id =
                jdbc.sql("select id from payment.discrepancy").query(Long.class).single();
        deciding.decide(id, "渠道已退回", new Actor(9, "财务", org.gongkao.shared.Role.FINANCE, null, null), now);
        assertThat(states("a", "b")).containsOnly(ChargeState.OPEN);
    }

    @Test
    void a_channel_that_takes_its_word_back_is_booked_as_it_was() {
        var order = payFor("a");
        take(new ChannelAnswer.Paid(order.number(), "T-1", Money.yuan(1), order.payer(), now));
        assertThat(booked("UNCLEAR")).isEqualTo(-100);
        channel.says(order.number(), GivenCharge.paid(order, "T-1", now));
        jdbc.sql("update payment.charge set ask_at = now() - interval '1 minute'")
                .update();
        assertThat(asking.askDue(now))
                .as("a channel whose word did not fit is asked again")
                .isOne();
        assertThat(states("a")).containsOnly(ChargeState.SETTLED);
        assertThat(booked("UNCLEAR")).isZero();
        assertThat(booked("CHANNEL")).isEqualTo(36_500);
        take(new ChannelAnswer.Paid(order.number(), "T-1", Money.yuan(1), order.payer(), now));
        assertThat(booked("UNCLEAR")).as("the wrong word again").isZero();
    }

    @Test
    void finance_decides_while_the_channel_takes_its_word_back_and_neither_stands_in_the_other_ones_way()
            throws Exception {
        var order = payFor("a");
        take(new ChannelAnswer.Paid(order.number(), "T-1", Money.yuan(1), order.payer(), now));
        long id =
                jdbc.sql("select id from payment.discrepancy").query(Long.class).single();
        var finance = new Actor(9, "财务", org.gongkao.shared.Role.FINANCE, null, null);
        try (var beside = Executors.newSingleThreadExecutor()) {
            var decided = Objects.requireNonNull(transactions.execute(status -> {
                jdbc.sql("select id from payment.charge for update").query().listOfRows();
                var other = beside.submit(() -> deciding.decide(id, "渠道已退回", finance, now));
                await().until(() -> jdbc.sql("select exists (select 1 from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock')")
                        .query(Boolean.class)
                        .single());
                take(GivenCharge.paid(order, "T-1", now));
                return other;
            }));
            assertThatThrownBy(decided::get)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.reason()).isEqualTo(PaymentRefusal.DECIDED_ALREADY));
        }
        assertThat(states("a")).containsOnly(ChargeState.SETTLED);
        assertThat(booked("UNCLEAR")).isZero();
    }

    @Test
    void who_pays_from_another_device_has_the_first_order_closed_before_there_is_a_second() {
        var first = payFor("a");
        pay("a", ChannelOrder.Device.PHONE);
        assertThat(channel.hasClosed(first.number())).isTrue();
        var second = channel.lastOrder();
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(rows.find("a").orElseThrow().orderNumber()).isEqualTo(second.number());
        take(GivenCharge.paid(second, now));
        assertThat(states("a")).containsOnly(ChargeState.SETTLED);
    }

    @Test
    void where_the_first_order_is_not_known_to_be_closed_there_is_no_second() {
        var first = payFor("a");
        channel.says(first.number(), new ChannelAnswer.NoAnswer("超时"));
        assertThatThrownBy(() -> pay("a", ChannelOrder.Device.PHONE))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(PaymentRefusal.BEING_CONFIRMED));
        assertThat(jdbc.sql("select count(*) from payment.channel_order")
                        .query(Integer.class)
                        .single())
                .isOne();
        channel.says(first.number(), GivenCharge.paid(first, now));
        asking.query(first.number(), now);
        assertThat(states("a")).containsOnly(ChargeState.SETTLED);
    }

    @Test
    void the_same_payment_again_is_the_same_order_and_shows_the_same_code() {
        var first = payFor("a");
        pay("a", ChannelOrder.Device.DESKTOP);
        assertThat(channel.lastOrder()).isEqualTo(first);
        assertThat(jdbc.sql("select content from payment.pay_code")
                        .query(String.class)
                        .list())
                .containsExactly("http://channel.test/pay/" + first.number());
    }

    @Test
    void an_order_of_one_channel_is_not_paid_by_the_word_of_another() {
        var order = payFor("a");
        settling.take(order.number(), ChannelCode.ALIPAY, GivenCharge.paid(order, now), now);
        assertThat(states("a")).containsOnly(ChargeState.PREPARED);
        assertThat(discrepancies()).containsExactly("NO_ORDER 36500");
    }

    private ChannelOrder payFor(String... keys) {
        var ids = new ArrayList<Long>();
        for (var key : keys) {
            ids.add(charges.open(Purpose.GRADING, key, GivenCharge.PERSON, BILL, DEADLINE, Actor.SYSTEM));
        }
        starting.pay(new Payment("2023041012345678", "测试", "GK7", ids), VISIT, PAYER, now);
        return channel.lastOrder();
    }

    private void pay(String key, ChannelOrder.Device device) {
        var visit = new Visit(VISIT.channel(), device, VISIT.address(), VISIT.here(), VISIT.back());
        long id = rows.find(key).orElseThrow().id();
        starting.pay(new Payment("2023041012345678", "测试", "GK7", List.of(id)), visit, PAYER, now);
    }

    private void take(ChannelAnswer.Paid paid) {
        settling.take(paid.orderNumber(), ChannelCode.WECHAT, paid, now);
    }

    private List<ChargeState> states(String... keys) {
        return List.of(keys).stream().map(key -> charges.find(key).state()).toList();
    }

    private List<String> discrepancies() {
        return jdbc.sql("select kind || ' ' || amount_fen from payment.discrepancy order by id")
                .query(String.class)
                .list();
    }

    private long booked(String account) {
        return jdbc.sql("select coalesce(sum(amount_fen), 0) from ledger.line where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}

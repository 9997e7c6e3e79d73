package org.gongkao.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.gongkao.Cast;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.DecidingDiscrepancies;
import org.gongkao.payment.RefundClaims;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.RequestingRefunds.Request;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Money on its way back: asked for, decided by two, sent once, and done when the channel says so and never before. */
class RefundsDbTest extends RefundTest {

    @Autowired
    private DecidingDiscrepancies deciding;

    @Autowired
    private RefundClaims claims;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void a_request_decided_by_two_goes_back_in_parts_and_the_book_follows() {
        var charge = paid("a");
        assertThat(booked("INCOME")).isEqualTo(-38_000);
        var refund = proposed(charge, "320.00");
        assertThat(refund.amount()).isEqualTo(Money.yuan(320));
        assertThat(booked("REFUND_DUE")).isZero();
        act(refund, RefundAct.APPROVE, second(), Map.of());
        assertThat(state(refund)).isEqualTo(RefundState.SENT);
        assertThat(booked("INCOME")).isEqualTo(-6_000);
        assertThat(booked("REFUND_DUE")).isEqualTo(-32_000);
        says(refund, done(refund));
        says(refund, done(refund));
        assertThat(state(refund)).isEqualTo(RefundState.DONE);
        assertThat(booked("REFUND_DUE")).isZero();
        assertThat(booked("CHANNEL")).isEqualTo(6_000);
        assertThat(charges.find("a").state()).as("what was paid was paid").isEqualTo(ChargeState.SETTLED);
        assertThat(count("payment.refund_act where act = 'COMPLETE'")).isOne();
        assertThat(count("audit.line where subject = 'refund:" + refund.number() + "'"))
                .as("a line for each act")
                .isEqualTo(4);
    }

    @Test
    void nothing_is_known_until_the_channel_says_so_and_it_is_asked_until_then() {
        var refund = sent(paid("a"));
        asking.ask(refund.number(), now);
        assertThat(state(refund)).as("no answer is no answer").isEqualTo(RefundState.SENT);
        assertThat(get(refund).accepted()).isFalse();
        channel.says(refund.number(), new RefundAnswer.Working());
        due();
        assertThat(asking.askDue(now)).isOne();
        assertThat(get(refund).accepted())
                .as("it knows of it: from now on it is asked")
                .isTrue();
        assertThat(asking.askDue(now)).as("not its turn yet").isZero();
        channel.says(refund.number(), new RefundAnswer.Stuck("须由人工处理"));
        due();
        asking.askDue(now);
        assertThat(get(refund).channelSaid())
                .as("finance reads what it waits for")
                .isEqualTo("须由人工处理");
        assertThat(state(refund)).isEqualTo(RefundState.SENT);
        channel.says(refund.number(), done(refund));
        due();
        asking.askDue(now);
        assertThat(state(refund)).isEqualTo(RefundState.DONE);
        assertThat(get(refund).channelSaid()).isNull();
        due();
        assertThat(asking.askDue(now)).as("what is done is asked no more").isZero();
    }

    @Test
    void the_channel_is_told_what_was_written_down_and_never_another_text_under_the_number() {
        var refund = sent(paid("a"));
        assertThat(jdbc.sql("select request from payment.refund_request")
                        .query(String.class)
                        .list())
                .containsExactly(refund.request());
        jdbc.sql("update payment.refund set amount_fen = 100").update();
        channel.says(refund.number(), done(refund));
        asking.ask(refund.number(), now);
        assertThat(state(refund)).as("nothing was sent, nothing taken").isEqualTo(RefundState.SENT);
        says(refund, new RefundAnswer.NotRefunded("余额不足"));
        refused(RefundRefusal.OTHER_REQUEST, () -> act(refund, RefundAct.SEND_AGAIN, first(), Map.of()));
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
    }

    @Test
    void what_the_channel_refuses_for_good_is_owed_again_and_can_be_sent_again_under_the_same_number() {
        var refund = sent(paid("a"));
        says(refund, new RefundAnswer.NotRefunded("余额不足"));
        assertThat(state(refund)).isEqualTo(RefundState.FAILED);
        assertThat(booked("REFUND_DUE")).isZero();
        assertThat(booked("INCOME")).isEqualTo(-38_000);
        act(refund, RefundAct.SEND_AGAIN, first(), Map.of());
        assertThat(booked("REFUND_DUE")).isEqualTo(-32_000);
        says(refund, done(refund));
        assertThat(state(refund)).isEqualTo(RefundState.DONE);
        assertThat(booked("REFUND_DUE")).isZero();
        assertThat(booked("INCOME")).isEqualTo(-6_000);
    }

    @Test
    void what_is_given_up_can_be_asked_for_once_more() {
        var charge = paid("a");
        var refund = sent(charge);
        says(refund, new RefundAnswer.NotRefunded("账户已注销"));
        act(refund, RefundAct.GIVE_UP, first(), Map.of());
        assertThat(state(refund)).isEqualTo(RefundState.REJECTED);
        assertThat(count("payment.refund_limit where taken_fen <> 0")).isZero();
        var again = sent(charge);
        says(again, done(again));
        assertThat(state(again)).isEqualTo(RefundState.DONE);
    }

    @Test
    void words_out_of_order_end_where_the_money_is() {
        var refund = sent(paid("a"));
        says(refund, new RefundAnswer.NotRefunded("处理失败"));
        says(refund, done(refund));
        says(refund, new RefundAnswer.NotRefunded("处理失败"));
        says(refund, new RefundAnswer.Working());
        assertThat(state(refund)).isEqualTo(RefundState.DONE);
        assertThat(booked("REFUND_DUE")).isZero();
        assertThat(booked("CHANNEL")).isEqualTo(6_000);
        assertThat(count("payment.discrepancy")).isZero();
    }

    @Test
    void a_word_about_another_amount_is_a_discrepancy_and_never_done() {
        var refund = sent(paid("a"));
        var lie = new RefundAnswer.Done(refund.number(), "50", Money.yuan(32), now);
        says(refund, lie);
        says(refund, lie);
        assertThat(state(refund)).isEqualTo(RefundState.DISPUTED);
        assertThat(count("payment.discrepancy where kind = 'REFUND' and amount_fen = 3200"))
                .isOne();
        assertThat(booked("REFUND_DUE")).as("the book does not follow a lie").isEqualTo(-32_000);
        channel.says(refund.number(), done(refund));
        due();
        asking.askDue(now);
        assertThat(state(refund)).as("asked again it says what was asked for").isEqualTo(RefundState.DONE);
    }

    @Test
    void a_word_about_what_was_never_sent_or_by_another_channel_makes_nothing_done() {
        var refund = proposed(paid("a"), "320");
        says(refund, done(refund));
        taking.take(ChannelCode.ALIPAY, refund.number(), done(refund), now);
        var unknown = new RefundAnswer.Done("R2023041099999999", "51", Money.yuan(1), now);
        taking.take(ChannelCode.WECHAT, "R2023041099999999", unknown, now);
        assertThat(state(refund)).isEqualTo(RefundState.PROPOSED);
        assertThat(count("payment.discrepancy where kind = 'REFUND'")).isEqualTo(3);
        assertThat(booked("CHANNEL")).isEqualTo(38_000);
    }

    @Test
    void part_now_and_the_rest_later_and_never_more_than_came() {
        var charge = paid("a");
        var part = proposed(charge, "100.50");
        act(part, RefundAct.APPROVE, second(), Map.of());
        says(part, done(part));
        var rest = asked(charge);
        assertThat(rest.amount()).isEqualTo(new Money(21_950));
        assertThatThrownBy(() -> act(rest, RefundAct.PROPOSE, first(), Map.of(1, "0", 2, "219.51")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        no -> assertThat(no.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.sentence()).contains("最多还能退 ¥219.50")));
        act(rest, RefundAct.PROPOSE, first(), Map.of(1, "0", 2, "219.50"));
        act(rest, RefundAct.APPROVE, second(), Map.of());
        says(rest, done(rest));
        refused(
                RefundRefusal.NOTHING_LEFT,
                () -> requesting.ofCharge(charge, new Request(RefundGround.OWN_WISH, "再退", true), payer(), now));
    }

    @Test
    void the_database_itself_lets_no_more_back_than_came() {
        sent(paid("a"));
        for (var more : List.of("taken_fen = paid_fen + 1", "taken_fen = -1")) {
            assertThatThrownBy(() ->
                            jdbc.sql("update payment.refund_limit set " + more).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("update payment.refund set amount_fen = order_total_fen + 1")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update payment.refund set amount_fen = 0").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void two_who_ask_at_once_make_one_and_two_who_approve_at_once_send_it_once() throws Exception {
        var charge = paid("a");
        var request = new Request(RefundGround.OWN_WISH, "因病", true);
        var payer = payer();
        var second = second();
        assertThat(atOnce(() -> requesting.ofCharge(charge, request, payer, now)))
                .isEqualTo(1);
        assertThat(count("payment.refund")).isOne();
        var refund = rows.find(jdbc.sql("select number from payment.refund")
                        .query(String.class)
                        .single())
                .orElseThrow();
        act(refund, RefundAct.PROPOSE, first(), Map.of(1, "0", 2, "320"));
        int seen = get(refund).version();
        assertThat(atOnce(() -> {
                    handling.handle(
                            refund.number(), seen, RefundAct.APPROVE, HandlingRefunds.Typed.NOTHING, second, now);
                    return "";
                }))
                .isEqualTo(1);
        assertThat(booked("REFUND_DUE")).isEqualTo(-32_000);
        assertThat(atOnce(() -> {
                    says(refund, done(refund));
                    return "";
                }))
                .isEqualTo(8);
        assertThat(booked("REFUND_DUE")).isZero();
        assertThat(booked("CHANNEL")).isEqualTo(6_000);
    }

    @Test
    void the_rule_says_what_can_be_asked_for_and_until_when() {
        var charge = paid("a");
        refused(
                RefundRefusal.NO_CLAIM,
                () -> requesting.ofCharge(charge, new Request(RefundGround.SANCTION, "取消", true), first(), now));
        assertThatThrownBy(
                        () -> requesting.ofCharge(charge, new Request(RefundGround.SANCTION, "取消", true), payer(), now))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> requesting.ofCharge(charge, new Request(null, " ", false), payer(), now))
                .isInstanceOfSatisfying(
                        InvalidInput.class, no -> assertThat(no.faults()).hasSize(3));
        var refund = asked(charge);
        assertThat(refund.amount())
                .as("by the rule the examination is not given back")
                .isEqualTo(Money.yuan(320));
        assertThatThrownBy(() -> act(refund, RefundAct.PROPOSE, first(), Map.of(1, "60", 2, "320")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        no -> assertThat(no.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.sentence()).contains("报名考试费不退")));
        refused(RefundRefusal.UNDERWAY, () -> asked(charge));
        requesting.withdraw(refund.number(), payer(), now);
        assertThat(state(refund)).isEqualTo(RefundState.WITHDRAWN);
        now = java.time.Instant.parse("2023-06-30T16:00:00Z");
        refused(RefundRefusal.OVER, () -> asked(charge));
        now = now.minusMillis(1);
        assertThat(asked(charge).state()).isEqualTo(RefundState.REQUESTED);
    }

    @Test
    void what_was_not_paid_and_what_is_somebody_elses_cannot_be_asked_for() {
        ordered("a");
        var number = charges.find("a").number();
        refused(RefundRefusal.NOT_PAID, () -> asked(number));
        refused(
                CommonRefusal.NOT_FOUND,
                () -> requesting.ofCharge(
                        number,
                        new Request(RefundGround.OWN_WISH, "因病", true),
                        cast.actor(org.gongkao.Cast.CITY_WORKER),
                        now));
    }

    @Test
    void bad_amounts_are_told_and_nothing_is_proposed() {
        var refund = asked(paid("a"));
        for (var amount : List.of("", "-1", "1e2", "320.001", "九百", "1000000000", "321", "0")) {
            assertThatThrownBy(() -> act(refund, RefundAct.PROPOSE, first(), Map.of(1, "0", 2, amount)))
                    .as(amount)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(state(refund)).isEqualTo(RefundState.REQUESTED);
    }

    @Test
    void what_is_paid_twice_goes_back_by_itself_in_full_and_is_decided_when_it_has() {
        var order = ordered("a");
        take(order, "T-1", now);
        take(order, "T-2", now);
        var refund = byItself();
        assertThat(refund.ground()).isEqualTo(RefundGround.DOUBLE);
        assertThat(refund.amount()).isEqualTo(Money.yuan(380));
        assertThat(refund.transaction()).isEqualTo("T-2");
        assertThat(booked("UNCLEAR")).isZero();
        assertThat(booked("REFUND_DUE")).isEqualTo(-38_000);
        assertThat(count("payment.discrepancy where decided_at is null")).isOne();
        channel.says(refund.number(), done(refund));
        asking.askDue(now);
        assertThat(state(refund)).isEqualTo(RefundState.DONE);
        assertThat(jdbc.sql("select note from payment.discrepancy")
                        .query(String.class)
                        .single())
                .contains(refund.number());
        assertThat(booked("INCOME")).as("the charge stays paid").isEqualTo(-38_000);
        assertThat(booked("CHANNEL")).isEqualTo(38_000);
        assertThat(asked(charges.find("a").number()).amount())
                .as("the charge's own money is not touched")
                .isEqualTo(Money.yuan(320));
    }

    @Test
    void what_comes_after_the_bell_goes_back_by_itself() {
        var order = ordered("a");
        now = DEADLINE.plusSeconds(60);
        clock.set(now);
        take(order, "T-1", DEADLINE);
        var refund = byItself();
        assertThat(refund.ground()).isEqualTo(RefundGround.LATE);
        says(refund, done(refund));
        assertThat(booked("CHANNEL")).isZero();
        assertThat(booked("UNCLEAR")).isZero();
        assertThat(charges.find("a").state()).isEqualTo(ChargeState.LAPSED);
    }

    @Test
    void who_proposed_does_not_decide_under_another_account_either() {
        var refund = proposed(paid("a"), "320.00");
        var again = cast.again(Cast.FINANCE);
        refused(RefundRefusal.SAME_PERSON, () -> act(refund, RefundAct.APPROVE, again, Map.of()));
        assertThat(state(refund)).isEqualTo(RefundState.PROPOSED);
        act(refund, RefundAct.APPROVE, second(), Map.of());
        assertThat(state(refund)).isEqualTo(RefundState.SENT);
    }

    @Test
    void money_that_people_have_to_look_at_waits_for_two_of_them() {
        var order = ordered("a");
        long discrepancy = mispaid(order);
        var number = requesting.ofUnclear(discrepancy, new Request(null, "渠道核实为误付", true), first(), now);
        var refund = rows.get(number, first());
        assertThat(refund.ground()).isEqualTo(RefundGround.MISPAID);
        refused(
                RefundRefusal.UNDERWAY,
                () -> requesting.ofUnclear(discrepancy, new Request(null, "再退", true), first(), now));
        act(refund, RefundAct.PROPOSE, first(), Map.of());
        refused(RefundRefusal.SAME_PERSON, () -> act(refund, RefundAct.APPROVE, first(), Map.of()));
        act(refund, RefundAct.APPROVE, second(), Map.of());
        says(refund, done(refund));
        assertThat(state(refund)).isEqualTo(RefundState.DONE);
        assertThat(charges.find("a").state()).as("nothing is left to look at").isEqualTo(ChargeState.OPEN);
        refused(
                RefundRefusal.DECIDED,
                () -> requesting.ofUnclear(discrepancy, new Request(null, "再退", true), first(), now));
        refused(
                CommonRefusal.NOT_FOUND,
                () -> requesting.ofUnclear(discrepancy, new Request(null, "我的", true), payer(), now));
    }

    @Test
    void money_that_one_person_noted_something_about_can_still_go_back() {
        var order = ordered("a");
        long discrepancy = mispaid(order);
        deciding.decide(discrepancy, "已电话联系付款人", first(), now);
        assertThat(booked("UNCLEAR")).as("a note moves no money").isEqualTo(-100);
        var number = requesting.ofUnclear(discrepancy, new Request(null, "误付", true), first(), now);
        var refund = rows.get(number, first());
        act(refund, RefundAct.PROPOSE, first(), Map.of());
        act(refund, RefundAct.APPROVE, second(), Map.of());
        says(refund, done(refund));
        assertThat(booked("UNCLEAR")).isZero();
        assertThat(jdbc.sql("select note from payment.discrepancy")
                        .query(String.class)
                        .single())
                .isEqualTo("已电话联系付款人");
        refused(
                RefundRefusal.DECIDED,
                () -> requesting.ofUnclear(discrepancy, new Request(null, "再退", true), first(), now));
    }

    @Test
    void what_the_channel_takes_back_is_taken_back_also_where_a_person_noted_something() {
        var order = ordered("a");
        long discrepancy = mispaid(order);
        deciding.decide(discrepancy, "金额有误，待渠道更正", first(), now);
        take(order, "T-1", now);
        take(order, "T-1", now);
        assertThat(charges.find("a").state()).isEqualTo(ChargeState.SETTLED);
        assertThat(booked("UNCLEAR")).isZero();
        assertThat(jdbc.sql("select note from payment.discrepancy")
                        .query(String.class)
                        .single())
                .isEqualTo("金额有误，待渠道更正；渠道更正了它的报告");
        refused(
                RefundRefusal.DECIDED,
                () -> requesting.ofUnclear(discrepancy, new Request(null, "误付", true), first(), now));
    }

    @Test
    void what_the_channel_takes_back_before_the_second_person_decides_is_not_given_back() {
        var order = ordered("a");
        long discrepancy = mispaid(order);
        var number = requesting.ofUnclear(discrepancy, new Request(null, "误付", true), first(), now);
        var refund = rows.get(number, first());
        act(refund, RefundAct.PROPOSE, first(), Map.of());
        take(order, "T-1", now);
        assertThat(charges.find("a").state()).isEqualTo(ChargeState.SETTLED);
        refused(RefundRefusal.DECIDED, () -> act(refund, RefundAct.APPROVE, second(), Map.of()));
        assertThat(booked("REFUND_DUE")).isZero();
        assertThat(booked("UNCLEAR")).isZero();
    }

    @Test
    void a_share_of_a_collective_order_goes_back_with_the_orders_whole_sum_named() {
        var order = ordered("a", "b");
        take(order, "T-1", now);
        var one = sent(charges.find("a").number());
        var other = sent(charges.find("b").number());
        assertThat(one.orderTotal()).isEqualTo(Money.yuan(760));
        assertThat(one.amount()).isEqualTo(Money.yuan(320));
        assertThat(other.transaction()).isEqualTo(one.transaction());
        says(one, done(one));
        says(other, done(other));
        assertThat(jdbc.sql("select taken_fen from payment.refund_limit where place = -1")
                        .query(Long.class)
                        .single())
                .isEqualTo(64_000);
        assertThat(booked("CHANNEL")).isEqualTo(12_000);
    }

    @Test
    void a_broken_promise_is_settled_by_the_rule_without_anybody() {
        var charge = paid("a");
        var wish = asked(charge);
        var sentence = claim("a", RefundGround.BROKEN_PROMISE);
        assertThat(sentence).contains("培训费 ¥320.00 原路退回", "报名考试费 ¥60.00 不退", "依据待确认");
        assertThat(state(wish)).as("the wish gives way").isEqualTo(RefundState.WITHDRAWN);
        var refund = rows.find(jdbc.sql("select number from payment.refund where ground = 'BROKEN_PROMISE'")
                        .query(String.class)
                        .single())
                .orElseThrow();
        assertThat(refund.state()).isEqualTo(RefundState.SENT);
        claim("a", RefundGround.BROKEN_PROMISE);
        assertThat(count("payment.refund")).as("told twice").isEqualTo(2);
    }

    @Test
    void a_decision_that_takes_the_file_away_leaves_the_refund_to_two_people_and_a_revoked_one_takes_it_back() {
        paid("a");
        claim("a", RefundGround.SANCTION);
        var refund = rows.find(jdbc.sql("select number from payment.refund")
                        .query(String.class)
                        .single())
                .orElseThrow();
        assertThat(refund.state()).isEqualTo(RefundState.REQUESTED);
        transactions.executeWithoutResult(tx -> claims.drop("a", RefundGround.SANCTION, now));
        assertThat(state(refund)).isEqualTo(RefundState.WITHDRAWN);
        assertThat(count("payment.refund_claim where dropped_at is null")).isZero();
        claim("a", RefundGround.SANCTION);
        assertThat(count("payment.refund where state = 'REQUESTED'")).isOne();
    }

    @Test
    void where_nothing_was_paid_nothing_is_claimed() {
        ordered("a");
        assertThat(claim("a", RefundGround.BROKEN_PROMISE)).isEmpty();
        assertThat(claim("nowhere", RefundGround.BROKEN_PROMISE)).isEmpty();
        assertThat(count("payment.refund_claim")).isZero();
    }

    private String claim(String key, RefundGround ground) {
        return java.util.Objects.requireNonNull(
                transactions.execute(tx -> claims.claim(key, ground, Actor.SYSTEM, now)));
    }

    private Refund byItself() {
        await().untilAsserted(() ->
                assertThat(count("payment.refund where state = 'SENT'")).isOne());
        return rows.find(jdbc.sql("select number from payment.refund")
                        .query(String.class)
                        .single())
                .orElseThrow();
    }

    private void due() {
        jdbc.sql("update payment.refund set ask_at = now() - interval '1 minute' where ask_at is not null")
                .update();
    }

    /** One yuan came for the order; what finance has to look at. */
    private long mispaid(ChannelOrder order) {
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new org.gongkao.channel.ChannelAnswer.Paid(order.number(), "T-1", Money.yuan(1), order.payer(), now),
                now);
        return jdbc.sql("select id from payment.discrepancy").query(Long.class).single();
    }

    /** How many of eight that did it at the same moment were not refused. */
    private static int atOnce(Callable<String> act) throws Exception {
        var start = new CountDownLatch(1);
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = new ArrayList<java.util.concurrent.Future<String>>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            for (var result : results) {
                try {
                    result.get();
                    done++;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Refusal.class);
                }
            }
        }
        return done;
    }
}

package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.application.Admission;
import org.gongkao.application.Applications;
import org.gongkao.application.SystemActs;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.payment.ChargePaid;
import org.gongkao.payment.GivenChannel;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.RefundMessages;
import org.gongkao.payment.Settling;
import org.gongkao.payment.close.PaymentFaults;
import org.gongkao.sanction.SanctionRevoked;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 退清后再次审核通过: the money of the first charge has gone, so the fee is asked for once more, by a charge of its own. */
class PaidAgainFlowTest extends DecidedFlowTest {

    @Autowired
    private GivenChannel channel;

    @Autowired
    private Settling settling;

    @Autowired
    private RefundMessages messages;

    @Autowired
    private Applications applications;

    @Autowired
    private SystemActs system;

    @Autowired
    private PaymentFaults faults;

    @BeforeEach
    void approved_in_the_review() {
        channel.forget();
        clock.set("2023-04-08T09:00:00");
    }

    @Test
    void 全额退回后再次审核通过的_重新缴费_缴清后列入花名册() {
        var file = paid(3);
        var first = charges.find(file);
        refunded(file, "ORGANISER", "365");
        reexamined(file);
        approve(file);
        assertThat(files.state(file)).isEqualTo("PAYMENT_DUE");
        var second = charges.find(file);
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.amount()).isEqualTo(Money.yuan(365));
        assertThat(second.deadline())
                .isEqualTo(applications.get(file, Actor.SYSTEM).progress().own().paymentUntil());
        var why = "¥365.00 已全额原路退回。申报再次审核通过，费用按新的缴费单缴纳。";
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("等您缴费", "网上缴费 ¥365.00", why);
        assertThat(page(Cast.WORKER, first.path())).bodyText().contains(why);
        assertThat(mvc.get()
                        .uri("/application")
                        .cookie(new Cookie("large-type", "1"))
                        .with(cast.as(Cast.WORKER)))
                .as("长者模式: the one thing to do, and why once more")
                .bodyText()
                .contains("去缴费", why);
        assertThat(page(Cast.UNIT, "/collective-payments")).bodyText().contains("陈立民", "¥365.00");
        assertThat(register.admissible(file, clock.instant())).isInstanceOf(Admission.Unpaid.class);
        await().untilAsserted(() -> assertThat(told("person:" + worker().person()))
                .contains(Shanghai.deadline(second.deadline()) + "前在网上缴费"));

        pay(second.path(), "T-2");
        state(file, "PAID");
        assertThat(page(Cast.UNIT, "/roster")).bodyText().contains("陈立民");
        assertThat(register.admissible(file, clock.instant())).isEqualTo(new Admission.Admitted());
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("报名成功")
                .doesNotContain("退回");
        assertThat(page(Cast.WORKER, second.path())).bodyText().contains("已缴费", "费用已全部退回", first.path());
        assertThat(page(Cast.WORKER, first.path()))
                .bodyText()
                .contains("已全额原路退回", "新的缴费单", second.path())
                .doesNotContain("不能参加今年考核");
        assertThat(page(Cast.AUDITOR, "/payment/ledger")).bodyText().contains(first.number(), second.number());
        assertThat(booked("INCOME")).isEqualTo(-36_500);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void 只退一部分的_再次审核通过后仍是已缴费() {
        var file = paid(1);
        refunded(file, "OWN_WISH", "0", "320");
        reexamined(file);
        approve(file);
        assertThat(files.state(file)).isEqualTo("PAID");
        assertThat(numbers()).hasSize(1);
        assertThat(page(Cast.UNIT, "/roster")).bodyText().contains("陈立民");
    }

    @Test
    void 第一张缴费单迟到的消息_不算第二张的缴费() {
        var file = paid(3);
        var order = channel.lastOrder();
        var first = id(charges.find(file).number());
        refunded(file, "ORGANISER", "365");
        reexamined(file);
        approve(file);
        take(order, "T-1");
        take(order, "T-late");
        transactions.executeWithoutResult(
                status -> events.publishEvent(new ChargePaid(first, Purpose.GRADING, file, false)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(*) from event_publication where completion_date is null")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(files.state(file)).isEqualTo("PAYMENT_DUE");
        assertThat(jdbc.sql("select kind from payment.discrepancy")
                        .query(String.class)
                        .list())
                .containsExactly("DOUBLE");
        assertThat(charges.find(file).settledAt()).isNull();
    }

    @Test
    void 第二张到期没有缴的_逾期失效() {
        var file = paid(3);
        refunded(file, "ORGANISER", "365");
        reexamined(file);
        approve(file);
        clock.set("2023-05-08T09:00:00");
        system.endOfDay(clock.instant());
        assertThat(files.state(file)).isEqualTo("LAPSED");
        assertThat(jdbc.sql("select state from payment.charge order by id")
                        .query(String.class)
                        .list())
                .containsExactly("SETTLED", "LAPSED");
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("审查已通过，没有在截止前缴费");
    }

    @Test
    void 全额退回后在重新审核中的_可以撤销申报() {
        var file = paid(3);
        refunded(file, "ORGANISER", "365");
        reexamined(file);
        acts.withdraw(file, applications.get(file, Actor.SYSTEM).version(), "不考了", worker(), clock.instant());
        assertThat(files.state(file)).isEqualTo("WITHDRAWN");
    }

    @Test
    void 处理决定撤销时费用已全额退回的_恢复到待缴费_重新缴费() {
        var file = paid(1);
        long decision = decisionTold();
        state(file, "CANCELLED");
        allGone("SANCTION");
        clock.set("2023-06-01T09:00:00");
        revoked(decision);
        state(file, "PAYMENT_DUE");
        var second = charges.find(file);
        assertThat(numbers()).hasSize(2).last().isEqualTo(second.number());
        assertThat(second.deadline()).isAfter(clock.instant());
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("等您缴费", "网上缴费 ¥380.00", "取消前的状态：已缴费；费用已全额退回，须重新缴费");
        await().untilAsserted(() -> assertThat(told("person:" + worker().person()))
                .contains("申报已恢复", Shanghai.deadline(second.deadline())));
        pay(second.path(), "T-2");
        state(file, "PAID");
    }

    @Test
    void 处理决定以前已全额退回的_处理决定撤销后仍是已退费() {
        var file = paid(3);
        refunded(file, "ORGANISER", "365");
        long decision = decisionTold();
        state(file, "CANCELLED");
        revoked(decision);
        state(file, "PAID");
        assertThat(numbers()).hasSize(1);
        assertThat(register.admissible(file, clock.instant())).isEqualTo(new Admission.GivenBack());
    }

    /** As a year's rules may have it; those of 2023 keep a part. */
    private void allGone(String ground) {
        jdbc.sql("update payment.refund set state = 'WITHDRAWN'").update();
        jdbc.sql("""
                insert into payment.refund (number, ground, charge_id, channel, order_number, transaction_no, order_total_fen,
                       amount_fen, state, attempt, reason, asked_by_role, asked_by, opened_at, done_at)
                select 'R2023040800999999', :ground, charge_id, channel, order_number, transaction_no, amount_fen,
                       amount_fen, 'DONE', 1, '处理决定', 'SYSTEM', 0, recorded_at, recorded_at
                  from payment.receipt
                """).param("ground", ground).update();
    }

    private void revoked(long decision) {
        jdbc.sql("update sanction.sanction set state = 'REVOKED'").update();
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionRevoked(decision)));
    }

    private String paid(int level) {
        var file = inReview();
        jdbc.sql("update application.application set level = :level where number = :number")
                .param("level", level)
                .param("number", file)
                .update();
        approve(file);
        pay(charges.find(file).path(), "T-1");
        state(file, "PAID");
        return file;
    }

    private void approve(String file) {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
    }

    private void pay(String charge, String transaction) {
        assertThat(post(Cast.WORKER, charge + "/pay", "channel", "WECHAT")).hasStatus3xxRedirection();
        take(channel.lastOrder(), transaction);
    }

    private void take(ChannelOrder order, String transaction) {
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(order.number(), transaction, order.amount(), order.payer(), clock.instant()),
                clock.instant());
    }

    /** Asked for by the worker, and agreed to. */
    private void refunded(String file, String ground, String... amounts) {
        assertThat(post(
                        Cast.WORKER,
                        charges.find(file).path() + "/refund",
                        "ground",
                        ground,
                        "reason",
                        "考核取消",
                        "confirmed",
                        "true"))
                .hasStatus3xxRedirection();
        agreed(amounts);
    }

    /** By two of finance, and gone by the channel's word. */
    private void agreed(String... amounts) {
        var number = jdbc.sql("select number from payment.refund")
                .query(String.class)
                .single();
        var path = "/payment/refunds/" + number;
        var proposed = new ArrayList<>(List.of("act", "PROPOSE", "version", "0"));
        for (int i = 0; i < amounts.length; i++) {
            proposed.addAll(List.of("amount-" + (i + 1), amounts[i]));
        }
        assertThat(post(Cast.FINANCE, path, proposed.toArray(String[]::new))).hasRedirectedUrl(path);
        assertThat(post(Cast.SECOND_FINANCE, path, "act", "APPROVE", "version", "1"))
                .hasRedirectedUrl(path);
        Instant now = clock.instant();
        var amount = new Money(jdbc.sql("select amount_fen from payment.refund")
                .query(Long.class)
                .single());
        messages.take(ChannelCode.WECHAT, number, new RefundAnswer.Done(number, "50", amount, now), now);
        clock.pass(Duration.ofMinutes(5));
    }

    private void reexamined(String file) {
        assertThat(post(
                        Cast.CITY,
                        "/reviews/" + file + "/reexamination",
                        "version",
                        Integer.toString(applications.get(file, Actor.SYSTEM).version()),
                        "reason",
                        "证书编号与发证记录不符",
                        "clause",
                        "考务通知 四（三）"))
                .hasStatus3xxRedirection();
        assertThat(files.state(file)).isEqualTo("IN_REVIEW");
    }

    private void state(String file, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(files.state(file)).isEqualTo(state));
    }

    private List<String> numbers() {
        return jdbc.sql("select number from payment.charge order by id")
                .query(String.class)
                .list();
    }

    private long id(String charge) {
        return jdbc.sql("select id from payment.charge where number = :number")
                .param("number", charge)
                .query(Long.class)
                .single();
    }

    private long booked(String account) {
        return jdbc.sql("select coalesce(sum(amount_fen), 0) from ledger.line where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}

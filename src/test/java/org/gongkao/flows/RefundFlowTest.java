package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.application.Admission;
import org.gongkao.application.deferral.DeferralActs;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.GivenChannel;
import org.gongkao.payment.RefundMessages;
import org.gongkao.payment.Settling;
import org.gongkao.sanction.SanctionRevoked;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 退费, from the act on the file to the channel's word: what the rule gives back, what it keeps, and what the worker reads. */
class RefundFlowTest extends DecidedFlowTest {

    private static final Instant DUE = Instant.parse("2023-06-30T16:00:00Z");

    @Autowired
    private GivenChannel channel;

    @Autowired
    private Settling settling;

    @Autowired
    private RefundMessages messages;

    @Autowired
    private DeferralActs deferral;

    @BeforeEach
    void silent() {
        channel.forget();
        clock.set("2023-04-08T09:00:00");
    }

    @Test
    void 容缺承诺未兑现的_培训费按规定自动退回_报名考试费不退() {
        var file = paid(1);
        promise(file);
        clock.set(DUE);
        deferral.endedAfter(DUE);
        assertThat(files.state(file)).isEqualTo("FORFEITED");
        assertThat(refunds()).containsExactly("BROKEN_PROMISE SENT 32000");
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("到期未补交，取消考核资格", "培训费 ¥320.00 原路退回", "报名考试费 ¥60.00 不退", "缴费单和退费");
        assertThat(page(Cast.WORKER, charges.find(file).path()))
                .bodyText()
                .contains("容缺承诺未兑现", "退款处理中", "¥320.00", "微信支付（原路退回）");
        gone();
        assertThat(page(Cast.WORKER, charges.find(file).path())).bodyText().contains("已退费");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(told("person:" + worker().person())).contains("退款已发出", "退费已退回"));
        assertThat(booked("INCOME")).isEqualTo(-6_000);
        assertThat(booked("REFUND_DUE")).isZero();
    }

    @Test
    void 容缺承诺未兑现而规定不退的_写明不退() {
        var file = paid(3);
        promise(file);
        clock.set(DUE);
        deferral.endedAfter(DUE);
        assertThat(files.state(file)).isEqualTo("FORFEITED");
        assertThat(refunds()).isEmpty();
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("等级考核费 ¥365.00 不退");
        assertThat(page(Cast.WORKER, charges.find(file).path())).bodyText().contains("等级考核费 ¥365.00 不退", "没有退费");
    }

    @Test
    void 缴费后因处理决定取消资格的_退费由财务两人办理() {
        var file = paid(1);
        decisionTold();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(files.state(file)).isEqualTo("CANCELLED"));
        assertThat(refunds()).containsExactly("SANCTION REQUESTED 32000");
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("取消申报资格", "培训费 ¥320.00 原路退回", "报名考试费 ¥60.00 不退");
        var path = "/payment/refunds/" + number();
        assertThat(post(Cast.FINANCE, path, "act", "PROPOSE", "version", "0", "amount-1", "0", "amount-2", "320"))
                .hasRedirectedUrl(path);
        assertThat(post(Cast.SECOND_FINANCE, path, "act", "APPROVE", "version", "1"))
                .hasRedirectedUrl(path);
        gone();
        assertThat(refunds()).containsExactly("SANCTION DONE 32000");
        assertThat(booked("INCOME")).isEqualTo(-6_000);
    }

    @Test
    void 处理决定撤销的_没有发出的退费不再办理() {
        var file = paid(1);
        long decision = decisionTold();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(files.state(file)).isEqualTo("CANCELLED"));
        jdbc.sql("update sanction.sanction set state = 'REVOKED'").update();
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionRevoked(decision)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(files.state(file)).isEqualTo("PAID"));
        assertThat(refunds()).containsExactly("SANCTION WITHDRAWN 32000");
        assertThat(page(Cast.WORKER, charges.find(file).path())).bodyText().contains("已撤回");
    }

    @Test
    void 个人申请须在单位花名册核实前提出() {
        var file = paid(1);
        var path = charges.find(file).path() + "/refund";
        assertThat(page(Cast.WORKER, path)).bodyText().contains("提交退费申请", "OWN_WISH");
        freeze();
        assertThat(page(Cast.WORKER, path)).bodyText().contains("单位花名册已经核实定稿").doesNotContain("OWN_WISH");
        assertThat(post(Cast.WORKER, path, "ground", "OWN_WISH", "reason", "因病", "confirmed", "true"))
                .hasStatus(409)
                .bodyText()
                .contains("单位花名册已经核实定稿", "因病");
        assertThat(refunds()).isEmpty();
    }

    @Test
    void 费用全额退回的_不再算已缴费_也不列入花名册和教材征订() {
        var file = paid(3);
        assertThat(post(Cast.WORKER, "/textbooks", "wanted", "yes")).hasStatus3xxRedirection();
        assertThat(page(Cast.UNIT, "/textbooks")).bodyText().contains("征订 1 册");
        assertThat(page(Cast.UNIT, "/roster")).bodyText().contains("陈立民");
        assertThat(page(Cast.COUNTY, "/rosters")).bodyText().contains("/rosters/" + CastSeeds.COUNTY_UNIT);
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("报名成功");
        assertThat(register.admissible(file, clock.instant())).isEqualTo(new Admission.Admitted());
        refund(file, "ORGANISER", "365");
        assertThat(page(Cast.WORKER, "/application"))
                .as("on its way, and not gone yet")
                .bodyText()
                .contains("报名成功");
        gone();
        assertThat(page(Cast.WORKER, "/application"))
                .bodyText()
                .contains("报名费用已退回", "¥365.00 已全额原路退回", "网上缴费 ¥365.00：已退费", "不再算已缴费", "查看缴费单")
                .doesNotContain("报名成功", "等待培训和考试通知");
        assertThat(page(Cast.WORKER, charges.find(file).path()))
                .bodyText()
                .contains("网上缴费：已退费", "¥365.00 已全额原路退回", "不列入单位花名册")
                .doesNotContain("费用已经缴清");
        assertThat(page(Cast.UNIT, "/roster")).bodyText().doesNotContain("陈立民");
        assertThat(page(Cast.UNIT, "/textbooks")).bodyText().contains("征订 0 册");
        await().untilAsserted(() ->
                assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("报名费用已全额退回，不再算已缴费", "请重新核实定稿"));
        assertThat(page(Cast.COUNTY, "/rosters")).bodyText().doesNotContain("/rosters/" + CastSeeds.COUNTY_UNIT);
        assertThat(register.admissible(file, clock.instant()).sentence()).contains("费用已全额退回");
    }

    @Test
    void 只退一部分的_写明退了多少_报名仍然算数() {
        var file = paid(1);
        refund(file, "OWN_WISH", "0", "320");
        gone();
        assertThat(page(Cast.WORKER, charges.find(file).path()))
                .bodyText()
                .contains("已缴费", "其中 ¥320.00 已原路退回")
                .doesNotContain("报名信息将进入单位花名册");
        assertThat(page(Cast.UNIT, "/roster")).bodyText().contains("陈立民");
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("报名成功", "已退回 ¥320.00");
        assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).doesNotContain("全额退回");
    }

    /** Asked for by the worker, proposed by one of finance and approved by another. */
    private void refund(String file, String ground, String... amounts) {
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
        var path = "/payment/refunds/" + number();
        var proposed = new ArrayList<String>(List.of("act", "PROPOSE", "version", "0"));
        for (int i = 0; i < amounts.length; i++) {
            proposed.add("amount-" + (i + 1));
            proposed.add(amounts[i]);
        }
        assertThat(post(Cast.FINANCE, path, proposed.toArray(String[]::new))).hasRedirectedUrl(path);
        assertThat(post(Cast.SECOND_FINANCE, path, "act", "APPROVE", "version", "1"))
                .hasRedirectedUrl(path);
    }

    @Test
    void 重复缴费的_不用任何人办理_全额退回() {
        var file = paid(3);
        var order = channel.lastOrder();
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(order.number(), "T-2", order.amount(), order.payer(), clock.instant()),
                clock.instant());
        await().untilAsserted(() -> assertThat(refunds()).containsExactly("DOUBLE SENT 36500"));
        gone();
        assertThat(page(Cast.WORKER, charges.find(file).path())).bodyText().contains("已缴费", "已退费", "¥365.00");
        assertThat(jdbc.sql("select count(*) from payment.discrepancy where decided_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(booked("UNCLEAR")).isZero();
    }

    /** Approved at this level, and its fee paid at the channel. */
    private String paid(int level) {
        var file = inReview();
        jdbc.sql("update application.application set level = :level where number = :number")
                .param("level", level)
                .param("number", file)
                .update();
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        assertThat(post(Cast.WORKER, charges.find(file).path() + "/pay", "channel", "WECHAT"))
                .hasStatus3xxRedirection();
        var order = channel.lastOrder();
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(order.number(), "T-1", order.amount(), order.payer(), clock.instant()),
                clock.instant());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(files.state(file)).isEqualTo("PAID"));
        return file;
    }

    private void promise(String file) {
        jdbc.sql("""
                insert into application.promise (application_id, person_id, kind, label, liability, due_at, promised_at)
                select id, person_id, 'APPRAISAL', '年度考核结果', '到期未补交的，不能参加今年考核。', :due, :now
                  from application.application where number = :number
                """)
                .param("due", Timestamp.from(DUE))
                .param("now", Timestamp.from(clock.instant()))
                .param("number", file)
                .update();
    }

    /** The channel's message that it has gone. */
    private void gone() {
        var amount = new Money(jdbc.sql("select amount_fen from payment.refund")
                .query(Long.class)
                .single());
        messages.take(
                ChannelCode.WECHAT,
                number(),
                new RefundAnswer.Done(number(), "50", amount, clock.instant()),
                clock.instant());
    }

    private String number() {
        return jdbc.sql("select number from payment.refund").query(String.class).single();
    }

    private List<String> refunds() {
        return jdbc.sql("select ground || ' ' || state || ' ' || amount_fen from payment.refund order by id")
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

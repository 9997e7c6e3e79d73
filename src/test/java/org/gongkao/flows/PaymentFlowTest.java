package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.application.review.GivenFile;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.wechat.GivenWechat;
import org.gongkao.channel.wechat.WechatSigner;
import org.gongkao.demo.CastSeeds;
import org.gongkao.demo.Databases;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.Charges;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 个人网上缴费 (notice 四（四）). */
class PaymentFlowTest extends DatabaseTest {

    @Autowired
    private GivenFile files;

    @Autowired
    private Charges charges;

    @Autowired
    private MachineClock machine;

    @Value("${spring.flyway.url}")
    private String url = "";

    private final WechatSigner wechat = GivenWechat.signer();
    private String file = "";

    @BeforeEach
    void approved() {
        clock.set("2023-04-08T09:00:00");
        file = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    @Test
    void 申报人员通过资格审核后_可直接在报名网站上完成缴费() {
        assertThat(charges.lookUp(file)).as("no charge before the approval").isEmpty();
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        assertThat(get(path())).hasStatusOk().bodyText().contains("微信支付 ¥365.00", "2023年4月14日 24:00", "等级考核费");
        setOut();
        assertThat(get(path())).bodyText().contains("还没有收到您的付款", "付款二维码");
        assertThat(tell(paid("36500", now()))).hasStatusOk();
        settled();
        assertThat(get(path())).bodyText().contains("已缴费", "缴费时间").doesNotContain("付款二维码");
        await().untilAsserted(() -> assertThat(files.state(file)).isEqualTo("PAID"));
    }

    @Test
    void 缴费页面只有本人能看() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        assertThat(mvc.get().uri(path()).with(cast.as(Cast.CITY_WORKER)).exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri(path()).with(cast.as(Cast.UNIT)).exchange()).hasStatus(404);
        assertThat(mvc.post()
                        .uri(path() + "/pay")
                        .param("channel", "WECHAT")
                        .with(cast.as(Cast.CITY_WORKER))
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void the_page_that_is_led_back_to_asks_the_channel_and_polls_while_it_waits() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        assertThat(get(path() + "/returned")).hasStatus3xxRedirection();
        assertThat(get(path() + "/progress?seen=PREPARED")).hasStatus(204);
        tell(paid("36500", now()));
        settled();
        assertThat(get(path() + "/progress?seen=PREPARED"))
                .hasStatusOk()
                .headers()
                .hasValue("HX-Refresh", "true");
    }

    @Test
    void a_forged_message_is_refused_logged_and_changes_nothing() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        var real = paid("36500", now());
        assertThat(tell(new RawMessage(real.headers(), real.body().replace("TRANSACTION", "TRANSACTIONS"))))
                .hasStatus(401);
        assertThat(tell(with(real, "wechatpay-nonce", "another"))).hasStatus(401);
        assertThat(tell(with(real, "wechatpay-signature", ""))).hasStatus(401);
        assertThat(tell(with(real, "wechatpay-signature", "****"))).hasStatus(401);
        nothingChanged("FORGED", 3, "UNSIGNED", 1);
    }

    @Test
    void a_truncated_message_is_refused_logged_and_changes_nothing() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        var real = paid("36500", now());
        var half = real.body().substring(0, real.body().length() / 2);
        assertThat(tell(new RawMessage(real.headers(), half))).hasStatus(401);
        assertThat(tell(wechat.signed(half, now())))
                .as("signed, and still not whole")
                .hasStatus(422);
        assertThat(tell(wechat.signed("", now()))).hasStatus(422);
        assertThat(tell(wechat.signed("x".repeat(70_000), now())))
                .as("too long")
                .hasStatus(401);
        nothingChanged("FORGED", 1, "BROKEN", 2, "UNSIGNED", 1);
    }

    @Test
    void amounts_of_zero_below_zero_and_beyond_all_measure_are_no_messages() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        for (var amount : new String[] {"0", "-36500", "1000000000", "365.50", "99999999999999999999"}) {
            assertThat(tell(paid(amount, now()))).as(amount).hasStatus(422);
        }
        nothingChanged("BROKEN", 5);
    }

    @Test
    void a_message_sent_again_word_for_word_changes_nothing_and_one_from_long_ago_is_refused() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        assertThat(tell(paid("36500", now() - 301))).hasStatus(401);
        nothingChanged("STALE", 1);
        var once = paid("36500", now());
        assertThat(tell(once)).hasStatusOk();
        assertThat(tell(once))
                .as("the channel is thanked, or it would go on for ever")
                .hasStatusOk();
        settled();
        assertThat(count("payment.charge_event where act = 'PAY'")).isOne();
        assertThat(count("payment.notification where verdict = 'REPEATED'")).isOne();
    }

    @Test
    void a_wrong_amount_is_never_paid_and_finance_decides() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        assertThat(tell(paid("100", now()))).hasStatusOk();
        settled();
        assertThat(get(path())).bodyText().contains("待财务核实", "应缴 ¥365.00，实际到账 ¥1.00", "已转财务人员核实");
        await().untilAsserted(() ->
                assertThat(told()).singleElement().asString().contains("应缴¥365.00，实际到账¥1.00", "请不要重复付款", path()));
        assertThat(tell(paid("100", now()))).hasStatusOk();
        settled();
        assertThat(get("/application")).bodyText().contains("等财务人员核实付款，不要重复缴费").doesNotContain("去缴费");
        assertThat(mvc.get()
                        .uri("/payment/discrepancies")
                        .with(cast.as(Cast.AUDITOR))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("金额不符", "¥1.00", "¥365.00")
                .doesNotContain("记录处理结果");
        assertThat(decide("")).hasStatus(422).bodyText().contains("请写明核实的经过");
        assertThat(decide("渠道已退回误付的一元")).hasStatus3xxRedirection();
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.OPEN);
        assertThat(get(path())).bodyText().doesNotContain("实际到账 ¥1.00");
        assertThat(told()).as("once").hasSize(1);
        await().untilAsserted(() -> assertThat(told("PAYMENT_ASKED_AGAIN"))
                .singleElement()
                .asString()
                .contains("没有算作缴费", "2023年4月14日 24:00前缴纳¥365.00", path()));
        assertThat(get("/application")).bodyText().contains("去缴费");
    }

    @Test
    void a_file_that_is_reviewed_again_is_not_told_to_pay_when_finance_has_decided() {
        inDoubt();
        jdbc.sql("update application.application set state = 'IN_REVIEW', holder = authority, held_since = now()")
                .update();
        assertThat(decide("渠道已退回误付的一元")).hasStatus3xxRedirection();
        allHeard();
        assertThat(told("PAYMENT_ASKED_AGAIN")).isEmpty();
    }

    @Test
    void nobody_is_told_to_pay_what_is_over_when_finance_has_decided() {
        inDoubt();
        clock.set("2023-04-15T00:10:00");
        assertThat(decide("渠道已退回误付的一元")).hasStatus3xxRedirection();
        allHeard();
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.OPEN);
        assertThat(told("PAYMENT_ASKED_AGAIN")).isEmpty();
    }

    private void inDoubt() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        assertThat(tell(paid("100", now()))).hasStatusOk();
        settled();
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.DISPUTED);
    }

    private void allHeard() {
        await().until(() -> count("public.event_publication where completion_date is null") == 0);
    }

    @Test
    void 逾期未缴的_到期失效_期限前已付的_消息来得再晚也算() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        clock.set("2023-04-15T00:10:00");
        var content = wechat.paid(order(), "36500", payer(), "success_time", "\"2023-04-14T23:59:59.999+08:00\"");
        assertThat(tell(wechat.payment("late", content, now()))).hasStatusOk();
        await().untilAsserted(() -> assertThat(files.state(file)).isEqualTo("PAID"));
    }

    @Test
    void a_message_that_was_thanked_for_is_kept_until_it_is_settled() {
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        setOut();
        breakReceipts();
        try {
            assertThat(tell(paid("36500", now()))).hasStatusOk();
            await().untilAsserted(() -> assertThat(count("payment.kept_message where tried > 0"))
                    .as("tried, and nothing of it is left")
                    .isOne());
            nothingChanged("TAKEN", 1);
            assertThat(discrepancies()).bodyText().contains("有 1 条渠道通知没有处理成功");
        } finally {
            mendReceipts();
        }
        settled();
        await().untilAsserted(() -> assertThat(files.state(file)).isEqualTo("PAID"));
        assertThat(discrepancies()).bodyText().doesNotContain("没有处理成功");
        assertThat(count("payment.receipt")).isOne();
        assertThat(count("payment.notification")).isOne();
    }

    /** By the owner of the tables, past the product: what comes in can be kept, and nothing can be made of it. */
    private void breakReceipts() {
        asOwner("""
                create function payment.broken() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
                create trigger broken before insert on payment.receipt execute function payment.broken()
                """);
    }

    private void mendReceipts() {
        asOwner("drop trigger broken on payment.receipt; drop function payment.broken()");
    }

    private void asOwner(String sql) {
        var login = new DriverManagerDataSource(
                url, Databases.OWNER, TestDatabase.server().password(Databases.OWNER));
        JdbcClient.create(login).sql(sql).update();
    }

    private List<String> told() {
        return told("PAYMENT_DIFFERS");
    }

    private List<String> told(String template) {
        return jdbc.sql("select sentence || link from notification.message where template = :template")
                .param("template", template)
                .query(String.class)
                .list();
    }

    private MvcTestResult discrepancies() {
        return mvc.get()
                .uri("/payment/discrepancies")
                .with(cast.as(Cast.AUDITOR))
                .exchange();
    }

    private void settled() {
        await().untilAsserted(() -> assertThat(count("payment.kept_message")).isZero());
    }

    private MvcTestResult decide(String note) {
        long id =
                jdbc.sql("select id from payment.discrepancy").query(Long.class).single();
        return mvc.post()
                .uri("/payment/discrepancies/" + id)
                .param("note", note)
                .with(cast.as(Cast.FINANCE))
                .with(csrf())
                .exchange();
    }

    private void setOut() {
        assertThat(mvc.post()
                        .uri(path() + "/pay")
                        .param("channel", "WECHAT")
                        .with(cast.as(Cast.WORKER))
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl(path());
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(cast.as(Cast.WORKER)).exchange();
    }

    private MvcTestResult tell(RawMessage message) {
        var request = mvc.post()
                .uri("/payment/notifications/wechat")
                .contentType("application/json")
                .content(message.body());
        message.headers().forEach(request::header);
        return request.exchange();
    }

    private static RawMessage with(RawMessage message, String header, String value) {
        var headers = new HashMap<>(message.headers());
        headers.put(header, value);
        return new RawMessage(headers, message.body());
    }

    private RawMessage paid(String fen, long second) {
        var at = clock.instant().atZone(Shanghai.ZONE).toOffsetDateTime().toString();
        var content = wechat.paid(order(), fen, payer(), "success_time", "\"" + at + "\"");
        return wechat.payment("message-" + fen, content, second);
    }

    private void nothingChanged(Object... verdicts) {
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.PREPARED);
        assertThat(files.state(file)).isEqualTo("PAYMENT_DUE");
        for (int i = 0; i < verdicts.length; i += 2) {
            assertThat(count("payment.notification where verdict = '" + verdicts[i] + "'"))
                    .as("%s", verdicts[i])
                    .isEqualTo(verdicts[i + 1]);
        }
    }

    private String path() {
        return charges.find(file).path();
    }

    private String order() {
        return jdbc.sql("select order_number from payment.channel_order")
                .query(String.class)
                .single();
    }

    private String payer() {
        return jdbc.sql("select payer from payment.channel_order")
                .query(String.class)
                .single();
    }

    private long now() {
        return machine.instant().getEpochSecond();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}

package org.gongkao.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.alipay.v3.ApiClient;
import com.alipay.v3.ApiException;
import com.alipay.v3.api.AlipayTradeApi;
import com.alipay.v3.model.AlipayTradeCancelModel;
import com.alipay.v3.model.AlipayTradeQueryDefaultResponse;
import com.alipay.v3.model.AlipayTradeQueryErrorResponseModel;
import com.alipay.v3.model.AlipayTradeQueryModel;
import com.alipay.v3.model.CommonErrorType;
import com.alipay.v3.util.model.AlipayConfig;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.ChannelOrder.Device;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementLine;
import org.gongkao.demo.GatewayKeys;
import org.gongkao.demo.GatewayProcess;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alipay's own program against the counterpart as a program of its own, which stands in April of 2023. */
class AlipayCounterpartTest {

    private static final Instant NOW = Instant.parse("2023-04-10T01:00:00Z");
    private static final Instant BELL = Instant.parse("2023-04-14T16:00:00Z");
    private static final MachineClock MACHINE = Instant::now;
    private static final Money FEE = Money.yuan(365);

    private static final List<RawMessage> TOLD = new CopyOnWriteArrayList<>();
    private static final AtomicInteger UNTHANKED = new AtomicInteger();
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private static HttpServer product;
    private static GatewayProcess gateway;
    private static AlipayChannel channel;

    @BeforeAll
    static void start() throws Exception {
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/payment/notifications/alipay", exchange -> {
            TOLD.add(new RawMessage(
                    Map.of(), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var reply = channel.reply(UNTHANKED.getAndDecrement() > 0 ? MessageVerdict.STALE : MessageVerdict.TAKEN);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        product.start();
        gateway = GatewayProcess.start();
        channel = new AlipayChannel(gateway.alipay(), MACHINE);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        product.stop(0);
    }

    @BeforeEach
    void behave() {
        gateway.control("reset=1");
        at(NOW);
        UNTHANKED.set(0);
        TOLD.clear();
    }

    @Test
    void an_order_is_prepared_scanned_paid_and_told_of_under_a_signature() throws Exception {
        var code = prepare("C101_1");
        assertThat(read(code)).contains("演示收银台", "¥365.00", "支付宝", "2023年4月14日 24:00");
        assertThat(channel.query("C101_1")).isEqualTo(new ChannelAnswer.Awaiting(null));
        pay(code);
        assertThat(channel.query("C101_1")).isInstanceOfSatisfying(ChannelAnswer.Paid.class, paid -> {
            assertThat(paid.amount()).isEqualTo(FEE);
            assertThat(paid.payer())
                    .as("a question does not give the mark back")
                    .isNull();
            assertThat(paid.paidAt()).as("in the platform's time").isBetween(NOW, NOW.plusSeconds(60));
        });
        assertThat(told(1).getFirst()).isInstanceOfSatisfying(Reading.OfOrder.class, told -> {
            assertThat(told.orderNumber()).isEqualTo("C101_1");
            assertThat(told.answer()).isInstanceOfSatisfying(ChannelAnswer.Paid.class, paid -> {
                assertThat(paid.payer()).isEqualTo("GK7");
                assertThat(paid.amount()).isEqualTo(FEE);
                assertThat(paid.transaction()).isEqualTo(((ChannelAnswer.Paid) channel.query("C101_1")).transaction());
            });
        });
    }

    @Test
    void a_code_that_nobody_has_scanned_waits_though_alipay_knows_of_no_trade() throws Exception {
        var code = prepare("C102_1");
        assertThat(channel.query("C102_1")).isEqualTo(new ChannelAnswer.Awaiting(null));
        pay(code);
        assertThat(channel.query("C102_1")).isInstanceOf(ChannelAnswer.Paid.class);
    }

    @Test
    void a_phone_is_given_the_same_address() {
        assertThat(way(channel.prepare(order("C103_1", FEE, Device.PHONE)))).startsWith(gateway.url() + "/");
    }

    @Test
    void asking_twice_finds_the_same_order() {
        assertThat(prepare("C104_1")).isEqualTo(prepare("C104_1"));
    }

    @Test
    void another_amount_under_its_number_is_refused_and_the_order_stands_as_it_was() throws Exception {
        var code = prepare("C105_1");
        assertThat(channel.prepare(order("C105_1", Money.yuan(1), Device.DESKTOP)))
                .as("not taken, and not over either: the first code may still be paid")
                .isInstanceOf(ChannelAnswer.NoAnswer.class);
        pay(code);
        assertThat(channel.prepare(order("C105_1", Money.yuan(1), Device.DESKTOP)))
                .isInstanceOfSatisfying(
                        ChannelAnswer.Paid.class,
                        paid -> assertThat(paid.amount()).isEqualTo(FEE));
    }

    @Test
    void preparing_what_is_paid_says_that_it_is_paid() throws Exception {
        pay(prepare("C106_1"));
        assertThat(channel.prepare(order("C106_1", FEE, Device.DESKTOP))).isInstanceOf(ChannelAnswer.Paid.class);
    }

    @Test
    void a_closed_order_is_never_paid_whether_it_was_scanned_or_not() throws Exception {
        var unscanned = prepare("C107_1");
        assertThat(channel.close("C107_1")).isInstanceOf(ChannelAnswer.NotPaid.class);
        assertThat(read(unscanned)).contains("订单已关闭");
        var scanned = prepare("C107_2");
        read(scanned);
        assertThat(channel.close("C107_2")).isInstanceOf(ChannelAnswer.NotPaid.class);
        pay(scanned);
        assertThat(channel.query("C107_2")).isInstanceOf(ChannelAnswer.NotPaid.class);
        assertThat(channel.close("C107_2")).as("once more").isInstanceOf(ChannelAnswer.NotPaid.class);
        assertThat(channel.prepare(order("C107_2", FEE, Device.DESKTOP))).isInstanceOf(ChannelAnswer.NotPaid.class);
        assertThat(channel.close("C107_9")).as("never heard of").isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void closing_a_paid_order_says_that_it_is_paid_and_gives_nothing_back() throws Exception {
        pay(prepare("C108_1"));
        assertThat(channel.close("C108_1")).isInstanceOf(ChannelAnswer.Paid.class);
        assertThat(channel.query("C108_1")).isInstanceOf(ChannelAnswer.Paid.class);
        assertThat(channel.queryRefund(refund("C108_1", "cancel_C108_1", FEE)))
                .isInstanceOf(RefundAnswer.NotRefunded.class);
    }

    @Test
    void nothing_is_paid_after_the_bell() throws Exception {
        var code = prepare("C109_1");
        read(code);
        at(BELL);
        pay(code);
        assertThat(channel.query("C109_1")).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void what_alipay_does_not_take_at_all_is_not_paid() {
        assertThat(channel.prepare(order("C110_1", Money.ZERO, Device.DESKTOP)))
                .isInstanceOf(ChannelAnswer.NotPaid.class);
        assertThat(channel.prepare(order("C110-2", FEE, Device.DESKTOP))).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void a_title_loses_the_signs_that_alipay_refuses() throws Exception {
        var order = order("C128_1", FEE, Device.DESKTOP);
        var code = way(channel.prepare(new ChannelOrder(
                order.number(),
                order.payer(),
                FEE,
                "起重/装卸 a=b&c " + "长".repeat(300),
                BELL,
                Device.DESKTOP,
                order.payerAddress(),
                order.returnUrl(),
                order.notifyUrl())));
        assertThat(read(URI.create(code))).contains("起重／装卸 a＝b＆c 长");
    }

    @Test
    void a_payment_that_fails_can_be_tried_again() throws Exception {
        var code = prepare("C111_1");
        press(code, "fail");
        assertThat(channel.query("C111_1")).isInstanceOf(ChannelAnswer.Awaiting.class);
        press(code, "pay");
        assertThat(channel.query("C111_1")).isInstanceOf(ChannelAnswer.Paid.class);
    }

    @Test
    void a_refund_in_full_in_parts_and_once_more_under_its_number() throws Exception {
        pay(prepare("C112_1"));
        var part = refund("C112_1", "R112_1", Money.yuan(100));
        assertThat(channel.queryRefund(part)).isInstanceOf(RefundAnswer.NotRefunded.class);
        assertThat(channel.refund(part)).isInstanceOfSatisfying(RefundAnswer.Done.class, done -> {
            assertThat(done.refundNumber()).isEqualTo("R112_1");
            assertThat(done.amount()).isEqualTo(Money.yuan(100));
            assertThat(done.at()).isBetween(NOW, NOW.plusSeconds(60));
        });
        assertThat(channel.refund(part))
                .as("the same once more gives nothing more")
                .isEqualTo(channel.queryRefund(part));
        assertThat(channel.query("C112_1")).isInstanceOf(ChannelAnswer.Paid.class);
        assertThat(channel.refund(refund("C112_1", "R112_2", Money.yuan(266))))
                .as("more than is left")
                .isInstanceOf(RefundAnswer.NotRefunded.class);
        assertThat(channel.refund(refund("C112_1", "R112_3", Money.yuan(265)))).isInstanceOf(RefundAnswer.Done.class);
        assertThat(channel.query("C112_1"))
                .as("closed at Alipay since all has gone back, and paid it was")
                .isInstanceOfSatisfying(
                        ChannelAnswer.Paid.class,
                        paid -> assertThat(paid.amount()).isEqualTo(FEE));
        assertThat(channel.close("C112_1")).isInstanceOf(ChannelAnswer.Paid.class);
        assertThat(told(3))
                .allSatisfy(reading ->
                        assertThat(((Reading.OfOrder) reading).answer()).isInstanceOf(ChannelAnswer.Paid.class));
    }

    @Test
    void another_amount_under_a_refunds_number_says_what_went_back_under_it() throws Exception {
        pay(prepare("C113_1"));
        channel.refund(refund("C113_1", "R113_1", Money.yuan(100)));
        assertThat(channel.refund(refund("C113_1", "R113_1", Money.yuan(50))))
                .isInstanceOfSatisfying(
                        RefundAnswer.Done.class,
                        done -> assertThat(done.amount()).isEqualTo(Money.yuan(100)));
    }

    @Test
    void what_was_not_paid_gives_nothing_back() throws Exception {
        read(prepare("C114_1"));
        assertThat(channel.refund(refund("C114_1", "R114_1", FEE))).isInstanceOf(RefundAnswer.NotRefunded.class);
        assertThat(channel.refund(refund("C114_9", "R114_9", FEE))).isInstanceOf(RefundAnswer.NotRefunded.class);
    }

    @Test
    void a_refund_may_be_on_its_way_and_the_seller_may_lack_the_money() throws Exception {
        pay(prepare("C115_1"));
        gateway.control("refund=working");
        var slow = refund("C115_1", "R115_1", Money.yuan(100));
        assertThat(channel.refund(slow)).isInstanceOf(RefundAnswer.Working.class);
        assertThat(channel.queryRefund(slow)).isInstanceOf(RefundAnswer.Working.class);
        gateway.control("refund=done");
        assertThat(channel.queryRefund(slow)).isInstanceOf(RefundAnswer.Done.class);
        gateway.control("refund=failed");
        assertThat(channel.refund(refund("C115_1", "R115_2", Money.yuan(100))))
                .isInstanceOfSatisfying(
                        RefundAnswer.NotRefunded.class,
                        refused -> assertThat(refused.why()).contains("SELLER_BALANCE_NOT_ENOUGH"));
    }

    @Test
    void a_lost_answer_is_no_answer_and_asking_again_finds_what_was_done() throws Exception {
        var impatient = new AlipayChannel(gateway.alipay(), MACHINE, Duration.ofMillis(700));
        gateway.control("silent=1");
        assertThat(impatient.prepare(order("C116_1", FEE, Device.DESKTOP))).isInstanceOf(ChannelAnswer.NoAnswer.class);
        var code = prepare("C116_1");
        pay(code);
        gateway.control("silent=1");
        var refund = refund("C116_1", "R116_1", FEE);
        assertThat(impatient.refund(refund)).isInstanceOf(RefundAnswer.NoAnswer.class);
        assertThat(channel.queryRefund(refund)).isInstanceOf(RefundAnswer.Done.class);
    }

    @Test
    void a_counterpart_in_trouble_gives_no_answer() {
        gateway.control("fail=4");
        assertThat(channel.query("C117_1")).isInstanceOf(ChannelAnswer.NoAnswer.class);
        assertThat(channel.close("C117_1")).isInstanceOf(ChannelAnswer.NoAnswer.class);
        assertThat(channel.queryRefund(refund("C117_1", "R117_1", FEE))).isInstanceOf(RefundAnswer.NoAnswer.class);
        assertThat(channel.statement(LocalDate.of(2023, 4, 9))).isInstanceOf(StatementAnswer.NotYet.class);
    }

    @Test
    void messages_come_again_until_they_are_thanked_under_one_id_and_each_signed_anew() throws Exception {
        UNTHANKED.set(2);
        pay(prepare("C118_1"));
        var read = told(3);
        var ids = new HashSet<String>();
        read.forEach(one -> ids.add(((Reading.OfOrder) one).id()));
        assertThat(ids).hasSize(1);
    }

    @Test
    void it_misbehaves_when_told_to() throws Exception {
        gateway.control("duplicate=3&lie=-100&impostor=1");
        pay(prepare("C119_1"));
        assertThat(told(3))
                .allSatisfy(one -> assertThat(((Reading.OfOrder) one).answer())
                        .isInstanceOfSatisfying(ChannelAnswer.Paid.class, paid -> {
                            assertThat(paid.amount()).isEqualTo(Money.yuan(364));
                            assertThat(paid.payer()).isEqualTo("GK0");
                        }));
        gateway.control("reset=1&drop=1");
        TOLD.clear();
        pay(prepare("C119_2"));
        pay(prepare("C119_3"));
        assertThat(((Reading.OfOrder) told(1).getFirst()).orderNumber()).isEqualTo("C119_3");
        gateway.control("reset=1&reorder=1");
        TOLD.clear();
        pay(prepare("C119_4"));
        pay(prepare("C119_5"));
        assertThat(told(2)).hasSize(2);
    }

    @Test
    void a_closed_trade_is_told_of() throws Exception {
        read(prepare("C120_1"));
        channel.close("C120_1");
        assertThat(((Reading.OfOrder) told(1).getFirst()).answer()).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void the_bill_of_a_day_holds_what_was_paid_and_what_went_back() throws Exception {
        at(Instant.parse("2023-05-01T10:00:00Z"));
        pay(prepare("C121_1", "2023-05-14T16:00:00Z"));
        pay(prepare("C121_2", "2023-05-14T16:00:00Z"));
        channel.refund(refund("C121_1", "R121_1", Money.yuan(100)));
        channel.refund(refund("C121_1", "R121_2", Money.yuan(50)));
        var day = LocalDate.of(2023, 5, 1);
        assertThat(channel.statement(day)).as("before it is written").isInstanceOf(StatementAnswer.NotYet.class);
        at(Instant.parse("2023-05-02T02:00:00Z"));
        channel.refund(refund("C121_2", "R121_3", FEE));
        assertThat(channel.statement(day)).isInstanceOfSatisfying(StatementAnswer.Ready.class, ready -> {
            assertThat(ready.hash()).matches("[0-9a-f]{64}");
            assertThat(ready.lines())
                    .extracting(StatementLine::kind, StatementLine::number, StatementLine::amount)
                    .containsExactlyInAnyOrder(
                            tuple(StatementLine.Kind.IN, "C121_1", FEE),
                            tuple(StatementLine.Kind.IN, "C121_2", FEE),
                            tuple(StatementLine.Kind.OUT, "R121_1", Money.yuan(100)),
                            tuple(StatementLine.Kind.OUT, "R121_2", Money.yuan(50)));
            assertThat(ready.lines()).extracting(StatementLine::transaction).doesNotHaveDuplicates();
            assertThat(ready.lines())
                    .allSatisfy(line -> assertThat(Shanghai.day(line.at())).isEqualTo(day));
            var paid = (ChannelAnswer.Paid) channel.query("C121_1");
            assertThat(ready.lines().getFirst().transaction()).isEqualTo(paid.transaction());
            assertThat(ready.lines().getFirst().at()).isEqualTo(paid.paidAt());
            assertThat(ready.lines())
                    .anySatisfy(line -> assertThat(line.transaction())
                            .isEqualTo(((RefundAnswer.Done) channel.queryRefund(refund("C121_1", "R121_1", FEE)))
                                    .transaction()));
        });
    }

    @Test
    void a_bill_that_is_not_whole_is_broken_and_one_without_lines_is_an_empty_day() throws Exception {
        at(Instant.parse("2023-06-01T10:00:00Z"));
        pay(prepare("C122_1", "2023-06-14T16:00:00Z"));
        at(Instant.parse("2023-06-03T02:00:00Z"));
        var day = LocalDate.of(2023, 6, 1);
        for (var what : List.of("cut", "line", "gbk")) {
            gateway.control("statement=" + what);
            assertThat(channel.statement(day)).as(what).isInstanceOf(StatementAnswer.Broken.class);
        }
        gateway.control("statement=late");
        assertThat(channel.statement(day)).isInstanceOf(StatementAnswer.NotYet.class);
        gateway.control("statement=good");
        assertThat(channel.statement(day)).isInstanceOf(StatementAnswer.Ready.class);
        assertThat(channel.statement(day.plusDays(1)))
                .isInstanceOfSatisfying(
                        StatementAnswer.Ready.class,
                        ready -> assertThat(ready.lines()).isEmpty());
    }

    @Test
    void who_does_not_sign_as_the_application_is_not_served_and_who_answers_with_other_keys_is_not_believed() {
        var wrong = new AlipayChannel(
                new AlipayAccess(
                        gateway.alipay().appId(),
                        gateway.alipay().sellerId(),
                        AlipayTestKeys.privateKey(),
                        gateway.alipay().publicKey(),
                        gateway.url()),
                MACHINE);
        assertThat(wrong.prepare(order("C123_1", FEE, Device.DESKTOP))).isInstanceOf(ChannelAnswer.NoAnswer.class);
        var deceived = new AlipayChannel(
                new AlipayAccess(
                        gateway.alipay().appId(),
                        gateway.alipay().sellerId(),
                        gateway.alipay().privateKey(),
                        AlipayTestKeys.publicKey(),
                        gateway.url()),
                MACHINE);
        assertThat(deceived.prepare(order("C123_2", FEE, Device.DESKTOP))).isInstanceOf(ChannelAnswer.NoAnswer.class);
        assertThat(deceived.close("C123_9"))
                .as("a refusal that is signed by somebody else")
                .isInstanceOf(ChannelAnswer.NoAnswer.class);
    }

    /** The provider's program makes its own error of a refusal only when each word is where it looks for it. */
    @Test
    void the_counterparts_refusals_are_those_of_alipay() throws Exception {
        var client = program(gateway.alipay().privateKey());
        assertThatThrownBy(() -> new AlipayTradeApi(client).query(new AlipayTradeQueryModel().outTradeNo("C126_9")))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    var error = (AlipayTradeQueryDefaultResponse) refused.getErrorObject();
                    assertThat(error.getAlipayTradeQueryErrorResponseModel().getCode())
                            .isEqualTo(AlipayTradeQueryErrorResponseModel.CodeEnum.TRADE_NOT_EXIST);
                });
        var stranger = program(AlipayTestKeys.privateKey());
        assertThatThrownBy(() -> new AlipayTradeApi(stranger).query(new AlipayTradeQueryModel().outTradeNo("C126_9")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(((AlipayTradeQueryDefaultResponse) refused.getErrorObject())
                                        .getCommonErrorType()
                                        .getCode())
                                .isEqualTo(CommonErrorType.CodeEnum.INVALID_SIGNATURE));
    }

    @Test
    void cancelling_closes_what_waits_and_gives_back_what_was_paid() throws Exception {
        pay(prepare("C127_1"));
        var api = new AlipayTradeApi(program(gateway.alipay().privateKey()));
        assertThat(api.cancel(new AlipayTradeCancelModel().outTradeNo("C127_1")).getAction())
                .isEqualTo("refund");
        assertThat(api.query(new AlipayTradeQueryModel().outTradeNo("C127_1")).getTradeStatus())
                .isEqualTo("TRADE_CLOSED");
        read(prepare("C127_2"));
        assertThat(api.cancel(new AlipayTradeCancelModel().outTradeNo("C127_2")).getAction())
                .isEqualTo("close");
    }

    @Test
    void a_counterpart_that_is_gone_gives_no_answer() {
        var other = GatewayProcess.start();
        var orphan = new AlipayChannel(other.alipay(), MACHINE);
        other.close();
        assertThat(orphan.prepare(order("C124_1", FEE, Device.DESKTOP))).isInstanceOf(ChannelAnswer.NoAnswer.class);
        assertThat(orphan.query("C124_1")).isInstanceOf(ChannelAnswer.NoAnswer.class);
        assertThat(orphan.close("C124_1")).isInstanceOf(ChannelAnswer.NoAnswer.class);
        assertThat(orphan.refund(refund("C124_1", "R124_1", FEE))).isInstanceOf(RefundAnswer.NoAnswer.class);
        assertThat(orphan.statement(LocalDate.of(2023, 4, 9))).isInstanceOf(StatementAnswer.NotYet.class);
    }

    @Test
    void a_payment_outlives_the_counterparts_process() throws Exception {
        var journal = Files.createTempDirectory("gateway").resolve("journal");
        var keys = GatewayKeys.make();
        var shift = "shift=" + Duration.between(Instant.now(), NOW).toMillis();
        var first = GatewayProcess.start(keys, "journal=" + journal, shift);
        var before = new AlipayChannel(first.alipay(), MACHINE);
        pay(URI.create(way(before.prepare(order("C125_1", FEE, Device.DESKTOP)))));
        first.kill();
        var second = GatewayProcess.start(keys, "journal=" + journal, shift);
        try {
            assertThat(new AlipayChannel(second.alipay(), MACHINE).query("C125_1"))
                    .isInstanceOf(ChannelAnswer.Paid.class);
        } finally {
            second.close();
        }
    }

    /** The provider's program as it comes. */
    private static ApiClient program(String privateKey) throws ApiException {
        var config = new AlipayConfig();
        config.setServerUrl(gateway.url().toString());
        config.setAppId(gateway.alipay().appId());
        config.setPrivateKey(privateKey);
        config.setAlipayPublicKey(gateway.alipay().publicKey());
        var client = new ApiClient();
        client.setAlipayConfig(config);
        return client;
    }

    private static void at(Instant instant) {
        gateway.shift(Duration.between(Instant.now(), instant));
    }

    private static URI prepare(String number) {
        return URI.create(way(channel.prepare(order(number, FEE, Device.DESKTOP))));
    }

    private static URI prepare(String number, String expires) {
        var order = order(number, FEE, Device.DESKTOP);
        return URI.create(way(channel.prepare(new ChannelOrder(
                number,
                order.payer(),
                FEE,
                order.title(),
                Instant.parse(expires),
                Device.DESKTOP,
                order.payerAddress(),
                order.returnUrl(),
                order.notifyUrl()))));
    }

    private static String way(ChannelAnswer answer) {
        if (answer instanceof ChannelAnswer.Awaiting awaiting && awaiting.way() instanceof PayWay.Code code) {
            return code.content();
        }
        throw new AssertionError("no code: " + answer);
    }

    private static ChannelOrder order(String number, Money amount, Device device) {
        var back = URI.create("http://127.0.0.1:9/charges/1");
        return new ChannelOrder(
                number, "GK7", amount, "2023年度工考 三级（高级工）", BELL, device, "127.0.0.1", back, notifications());
    }

    private static RefundOrder refund(String order, String number, Money amount) {
        return new RefundOrder(number, order, "", amount, FEE, "报名取消", notifications());
    }

    private static URI notifications() {
        return URI.create("http://127.0.0.1:" + product.getAddress().getPort() + "/payment/notifications/alipay");
    }

    private static List<Reading> told(int count) {
        await().until(() -> TOLD.size() >= count);
        return TOLD.stream().map(channel::read).toList();
    }

    private static String read(URI code) throws Exception {
        return BROWSER.send(HttpRequest.newBuilder(code).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void pay(URI code) throws Exception {
        press(code, "pay");
    }

    /** As the payer does: the code leads to the page, the page's button pays. */
    private static void press(URI code, String act) throws Exception {
        var page = BROWSER.send(HttpRequest.newBuilder(code).build(), HttpResponse.BodyHandlers.discarding())
                .uri();
        var request = HttpRequest.newBuilder(page)
                .POST(HttpRequest.BodyPublishers.ofString("act=" + act))
                .build();
        assertThat(Set.of(200, 303))
                .contains(BROWSER.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }
}

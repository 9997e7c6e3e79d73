package org.gongkao.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelAnswer.NoAnswer;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers in Alipay's place, with what the provider's program lets pass. */
class AlipayAnswersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final String PAID =
            "{\"out_trade_no\":\"C1_1\",\"trade_no\":\"2026030122001\",\"trade_status\":\"TRADE_SUCCESS\","
                    + "\"total_amount\":\"365.00\",\"send_pay_date\":\"2026-03-01 09:59:58\"}";
    private static final String NOT_THERE = "{\"code\":\"ACQ.TRADE_NOT_EXIST\",\"message\":\"交易不存在\"}";

    /** 应答。What the stand-in says next. */
    private record Said(int status, String body, Map<String, String> headers) {}

    private static HttpServer server;
    private static AlipayChannel channel;
    private static volatile String path = "";
    private static volatile Said next = new Said(200, "", Map.of());

    @BeforeAll
    static void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var said = next;
            path = exchange.getRequestURI().getPath();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json;charset=utf-8");
            said.headers().forEach(exchange.getResponseHeaders()::add);
            var bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        channel = new AlipayChannel(
                AlipayTestKeys.access(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                () -> NOW);
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void a_signed_answer_is_believed_in_strings_and_in_numbers() {
        signed(200, PAID);
        var paid = new ChannelAnswer.Paid(
                "C1_1", "2026030122001", Money.yuan(365), null, Instant.parse("2026-03-01T01:59:58Z"));
        assertThat(channel.query("C1_1")).isEqualTo(paid);
        for (var number : new String[] {"365", "365.0", "365.00"}) {
            signed(200, PAID.replace("\"365.00\"", number));
            assertThat(channel.query("C1_1")).as(number).isEqualTo(paid);
        }
    }

    @Test
    void an_endpoint_may_end_in_a_slash() {
        var slashed = new AlipayChannel(
                AlipayTestKeys.access(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")),
                () -> NOW);
        signed(200, PAID);
        assertThat(slashed.query("C1_1")).isInstanceOf(ChannelAnswer.Paid.class);
        assertThat(path).isEqualTo("/v3/alipay/trade/query");
    }

    @Test
    void an_unsigned_answer_is_none() {
        next = new Said(200, PAID, Map.of());
        assertThat(channel.query("C1_1")).isInstanceOf(NoAnswer.class);
    }

    @Test
    void an_empty_answer_is_none() {
        next = new Said(200, "", Map.of());
        assertThat(channel.query("C1_1")).isInstanceOf(NoAnswer.class);
        signed(200, "");
        assertThat(channel.close("C1_1")).isInstanceOf(NoAnswer.class);
        signed(200, "null");
        assertThat(channel.close("C1_1")).isInstanceOf(NoAnswer.class);
    }

    @Test
    void an_unsigned_refusal_is_none() {
        for (var signature : new String[] {"", "null", "AAAA", "%%%"}) {
            next = new Said(
                    400,
                    NOT_THERE,
                    signature.isEmpty() ? Map.of() : proof(NOW, "n", Map.of("alipay-signature", signature)));
            assertThat(channel.query("C1_1")).as(signature).isInstanceOf(NoAnswer.class);
            assertThat(channel.close("C1_1")).as(signature).isInstanceOf(NoAnswer.class);
            assertThat(channel.queryRefund(refund())).as(signature).isInstanceOf(RefundAnswer.NoAnswer.class);
        }
        signed(400, NOT_THERE);
        assertThat(channel.close("C1_1")).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void an_answer_of_another_time_is_none() {
        for (var far : new Duration[] {Duration.ofMinutes(-6), Duration.ofMinutes(6), Duration.ofDays(-24)}) {
            signed(200, PAID, NOW.plus(far));
            assertThat(channel.query("C1_1")).as("%s", far).isInstanceOf(NoAnswer.class);
            signed(400, NOT_THERE, NOW.plus(far));
            assertThat(channel.close("C1_1")).as("%s", far).isInstanceOf(NoAnswer.class);
        }
        signed(200, PAID, NOW.minus(Duration.ofMinutes(4)));
        assertThat(channel.query("C1_1")).isInstanceOf(ChannelAnswer.Paid.class);
    }

    @Test
    void another_orders_answer_is_none() {
        signed(200, PAID);
        assertThat(channel.query("C2_1")).isInstanceOf(NoAnswer.class);
        signed(200, "{\"out_trade_no\":\"C1_1\"}");
        assertThat(channel.close("C2_1")).isInstanceOf(NoAnswer.class);
        signed(200, "{\"out_trade_no\":\"C1_1\",\"qr_code\":\"https://qr.alipay.com/bax1\"}");
        assertThat(channel.prepare(order("C2_1"))).isInstanceOf(NoAnswer.class);
        assertThat(channel.prepare(order("C1_1"))).isInstanceOf(ChannelAnswer.Awaiting.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0\"",
                "\"0.00\"",
                "\"-365.00\"",
                "\"10000000.00\"",
                "\"1000000000\"",
                "\"365.001\"",
                "\"3.65e2\"",
                "\"+365\"",
                "\"\"",
                "\"三百\"",
                "null"
            })
    void an_amount_that_no_payment_has_is_no_answer(String amount) {
        signed(200, PAID.replace("\"365.00\"", amount));
        assertThat(channel.query("C1_1")).isInstanceOf(NoAnswer.class);
    }

    @Test
    void a_payment_without_its_time_or_number_or_in_an_unknown_state_is_no_answer() {
        for (var broken : new String[] {
            PAID.replace("2026-03-01 09:59:58", "2026-02-30 09:59:58"),
            PAID.replace("2026-03-01 09:59:58", ""),
            PAID.replace("\"2026030122001\"", "null"),
            PAID.replace("TRADE_SUCCESS", "TRADE_PENDING"),
            PAID.replace("{", "["),
            "<html>",
        }) {
            signed(200, broken);
            assertThat(channel.query("C1_1")).as(broken).isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    void what_does_not_know_itself_or_is_not_ours_to_judge_is_no_answer() {
        for (var code : new String[] {"ACQ.SYSTEM_ERROR", "unknow-error", "invalid-signature", "ISV_SOMETHING", ""}) {
            signed(400, "{\"code\":\"" + code + "\",\"message\":\"-\"}");
            assertThat(channel.query("C1_1")).as(code).isInstanceOf(NoAnswer.class);
            assertThat(channel.close("C1_1")).as(code).isInstanceOf(NoAnswer.class);
            assertThat(channel.prepare(order("C1_1"))).as(code).isInstanceOf(NoAnswer.class);
            assertThat(channel.refund(refund())).as(code).isInstanceOf(RefundAnswer.NoAnswer.class);
        }
        signed(502, "<html>Bad Gateway</html>");
        assertThat(channel.query("C1_1")).isInstanceOf(NoAnswer.class);
        next = new Said(302, "", Map.of("Location", "/elsewhere"));
        assertThat(channel.query("C1_1")).isInstanceOf(NoAnswer.class);
    }

    @Test
    void a_closed_trade_that_had_been_paid_was_paid() {
        signed(200, PAID.replace("TRADE_SUCCESS", "TRADE_CLOSED"));
        assertThat(channel.query("C1_1")).isInstanceOf(ChannelAnswer.Paid.class);
        signed(200, "{\"out_trade_no\":\"C1_1\",\"trade_status\":\"TRADE_CLOSED\",\"total_amount\":\"365.00\"}");
        assertThat(channel.query("C1_1")).isInstanceOf(ChannelAnswer.NotPaid.class);
        signed(200, PAID.replace("TRADE_SUCCESS", "TRADE_FINISHED"));
        assertThat(channel.query("C1_1")).isInstanceOf(ChannelAnswer.Paid.class);
    }

    @Test
    void a_refund_is_done_when_its_own_question_says_so() {
        var done = "{\"out_trade_no\":\"C1_1\",\"trade_no\":\"2026030122001\",\"out_request_no\":\"R1\","
                + "\"refund_amount\":\"100.00\",\"refund_status\":\"REFUND_SUCCESS\",\"gmt_refund_pay\":\"2026-03-01 09:59:59\"}";
        signed(200, done);
        assertThat(channel.queryRefund(refund())).isInstanceOf(RefundAnswer.Done.class);
        signed(200, done.replace("REFUND_SUCCESS", "REFUND_PROCESSING"));
        assertThat(channel.queryRefund(refund())).isInstanceOf(RefundAnswer.Working.class);
        for (var broken : new String[] {
            done.replace("\"R1\"", "\"R2\""),
            done.replace("\"C1_1\"", "\"C2_1\""),
            done.replace("100.00", "-1.00"),
            done.replace("2026-03-01 09:59:59", "")
        }) {
            signed(200, broken);
            assertThat(channel.queryRefund(refund())).as(broken).isInstanceOf(RefundAnswer.NoAnswer.class);
        }
    }

    @Test
    void a_bill_at_no_address_of_the_web_is_not_fetched() {
        for (var address : new String[] {"file:///etc/passwd", "ftp://127.0.0.1/", "", "not an address", "http:///x"}) {
            signed(200, "{\"bill_download_url\":\"" + address + "\"}");
            assertThat(channel.statement(LocalDate.of(2026, 2, 28)))
                    .as(address)
                    .isInstanceOf(StatementAnswer.NotYet.class);
        }
        signed(
                200,
                "{\"bill_download_url\":\"http://127.0.0.1:"
                        + server.getAddress().getPort() + "/file\"}");
        assertThat(channel.statement(LocalDate.of(2026, 2, 28)))
                .as("what lies there is no bill")
                .isInstanceOf(StatementAnswer.Broken.class);
    }

    private static void signed(int status, String body) {
        signed(status, body, NOW);
    }

    private static void signed(int status, String body, Instant at) {
        var signature = AlipayTestKeys.sign(at.toEpochMilli() + "\nnonce\n" + body + "\n");
        next = new Said(status, body, proof(at, "nonce", Map.of("alipay-signature", signature)));
    }

    private static Map<String, String> proof(Instant at, String nonce, Map<String, String> signature) {
        var headers = new LinkedHashMap<>(signature);
        headers.put("alipay-timestamp", Long.toString(at.toEpochMilli()));
        headers.put("alipay-nonce", nonce);
        return headers;
    }

    private static ChannelOrder order(String number) {
        var here = URI.create("http://127.0.0.1:9/");
        return new ChannelOrder(
                number,
                "GK7",
                Money.yuan(365),
                "报名考务费",
                NOW.plusSeconds(3600),
                ChannelOrder.Device.DESKTOP,
                "127.0.0.1",
                here,
                here);
    }

    private static RefundOrder refund() {
        return new RefundOrder(
                "R1",
                "C1_1",
                "2026030122001",
                Money.yuan(100),
                Money.yuan(365),
                "取消",
                URI.create("http://127.0.0.1:9/"));
    }
}

package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.demo.GatewayProcess;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channel's adapter against the counterpart as a program of its own. */
class CounterpartTest {

    private static final Instant NOW = Instant.parse("2023-04-10T01:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2023-04-14T16:00:00Z");
    private static final MachineClock MACHINE = Instant::now;

    private final List<RawMessage> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpClient browser = HttpClient.newHttpClient();

    private HttpServer product;
    private URI notifications;
    private GatewayProcess gateway;
    private MessageSignature signature;
    private CounterpartChannel channel;

    @BeforeEach
    void start() throws Exception {
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/payment/notifications/wechat", exchange -> {
            var headers = exchange.getRequestHeaders();
            var names = Map.of(
                    "gongkao-time", headers.getFirst("Gongkao-Time"),
                    "gongkao-nonce", headers.getFirst("Gongkao-Nonce"),
                    "gongkao-signature", headers.getFirst("Gongkao-Signature"));
            told.add(new RawMessage(
                    names, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 200, -1);
            exchange.close();
        });
        product.start();
        gateway = GatewayProcess.start();
        var access = gateway.access();
        signature = new MessageSignature(access.privateKey(), access.publicKey());
        notifications =
                URI.create("http://127.0.0.1:" + product.getAddress().getPort() + "/payment/notifications/wechat");
        channel = new CounterpartChannel(access.url(), signature, MACHINE, () -> NOW);
    }

    @AfterEach
    void stop() {
        gateway.close();
        product.stop(0);
    }

    @Test
    void an_order_is_prepared_paid_and_told_of_under_a_signature() throws Exception {
        var page = prepare("1-1");
        assertThat(read(page)).contains("演示收银台", "¥365.00", "确认支付", "2023年4月14日 24:00");
        assertThat(channel.query("1-1")).isInstanceOf(ChannelAnswer.Awaiting.class);
        press(page, "pay");
        assertThat(channel.query("1-1")).isInstanceOfSatisfying(ChannelAnswer.Paid.class, paid -> {
            assertThat(paid.amount()).isEqualTo(Money.yuan(365));
            assertThat(paid.payer()).isEqualTo("GK7");
            assertThat(paid.paidAt()).as("in the platform's time").isBetween(NOW, NOW.plusSeconds(60));
        });
        await().until(() -> !told.isEmpty());
        var message = told.getFirst();
        assertThat(channel.read(message))
                .isInstanceOfSatisfying(
                        Reading.OfOrder.class,
                        read -> assertThat(read.answer()).isInstanceOf(ChannelAnswer.Paid.class));
    }

    @Test
    void asking_twice_finds_the_same_order_and_another_amount_under_its_number_is_refused() {
        assertThat(prepare("2-1")).isEqualTo(prepare("2-1"));
        assertThat(channel.prepare(order("2-1", Money.yuan(1)))).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void a_closed_order_is_never_paid_and_an_unknown_one_says_so() throws Exception {
        var page = prepare("3-1");
        assertThat(channel.close("3-1")).isInstanceOf(ChannelAnswer.NotPaid.class);
        press(page, "pay");
        assertThat(channel.query("3-1")).isInstanceOf(ChannelAnswer.NotPaid.class);
        assertThat(channel.query("9-9")).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void a_payment_that_fails_can_be_tried_again() throws Exception {
        var page = prepare("4-1");
        press(page, "fail");
        assertThat(channel.query("4-1")).isInstanceOf(ChannelAnswer.Awaiting.class);
        press(page, "pay");
        assertThat(channel.close("4-1"))
                .as("closing a paid order says that it is paid")
                .isInstanceOf(ChannelAnswer.Paid.class);
    }

    @Test
    void messages_come_again_until_they_are_taken_each_with_a_nonce_of_its_own() throws Exception {
        refusals.set(2);
        press(prepare("5-1"), "pay");
        await().until(() -> told.size() == 3);
        assertThat(told.stream().map(one -> one.header("gongkao-nonce")).distinct())
                .hasSize(3);
    }

    @Test
    void it_misbehaves_when_told_to() throws Exception {
        set("duplicate=3&lie=-100");
        press(prepare("6-1"), "pay");
        await().until(() -> told.size() == 3);
        assertThat(told).allMatch(one -> one.body().contains("amount=36400"));
        set("fail=1");
        assertThat(channel.query("6-1")).isInstanceOf(ChannelAnswer.NoAnswer.class);
        set("drop=1&duplicate=1&lie=0");
        told.clear();
        press(prepare("6-2"), "pay");
        press(prepare("6-3"), "pay");
        await().until(() -> told.size() == 1);
        assertThat(told.getFirst().body()).contains("6-3");
        set("reorder=1");
        told.clear();
        press(prepare("6-4"), "pay");
        press(prepare("6-5"), "pay");
        await().until(() -> told.size() == 2);
    }

    @Test
    void who_does_not_sign_as_the_product_is_not_served() throws Exception {
        var stranger = GatewayProcess.start();
        try {
            var keys = stranger.access();
            var wrong = new CounterpartChannel(
                    gateway.access().url(),
                    new MessageSignature(keys.privateKey(), keys.publicKey()),
                    MACHINE,
                    () -> NOW);
            assertThat(wrong.prepare(order("7-1", Money.yuan(365)))).isInstanceOf(ChannelAnswer.NoAnswer.class);
        } finally {
            stranger.close();
        }
        assertThat(channel.query("7-1")).isInstanceOf(ChannelAnswer.NotPaid.class);
    }

    @Test
    void a_counterpart_that_is_gone_gives_no_answer() {
        gateway.close();
        assertThat(channel.query("8-1")).isInstanceOf(ChannelAnswer.NoAnswer.class);
    }

    private URI prepare(String number) {
        var answer = channel.prepare(order(number, Money.yuan(365)));
        assertThat(answer).isInstanceOf(ChannelAnswer.Awaiting.class);
        return ((PayWay.Page) Objects.requireNonNull(((ChannelAnswer.Awaiting) answer).way())).address();
    }

    private ChannelOrder order(String number, Money amount) {
        var back = URI.create("http://127.0.0.1:9/charges/1/returned");
        return new ChannelOrder(
                number,
                "GK7",
                amount,
                "2023年度工考 三级（高级工）",
                DEADLINE,
                ChannelOrder.Device.DESKTOP,
                "127.0.0.1",
                back,
                notifications);
    }

    private String read(URI page) throws Exception {
        return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void press(URI page, String act) throws Exception {
        var request = HttpRequest.newBuilder(page)
                .POST(HttpRequest.BodyPublishers.ofString("act=" + act))
                .build();
        assertThat(browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(303);
    }

    private void set(String switches) throws Exception {
        var time = Long.toString(Instant.now().getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        var text = MessageSignature.text("POST", "/switches", time, nonce, switches);
        var request = HttpRequest.newBuilder(gateway.access().url().resolve("/switches"))
                .header("Gongkao-Time", time)
                .header("Gongkao-Nonce", nonce)
                .header("Gongkao-Signature", signature.sign(text))
                .POST(HttpRequest.BodyPublishers.ofString(switches))
                .build();
        assertThat(browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
    }
}

package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.channel.WechatAccess;
import org.gongkao.demo.GatewayKeys;
import org.gongkao.demo.GatewayProcess;
import org.gongkao.shared.Money;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * One counterpart for all tests of this package, as a program of its own, in the platform's time; behind the product's open
 * address the messages that came to it, as the channel read them.
 */
@NullUnmarked
abstract class CounterpartTest {

    static final Instant NOW = Instant.parse("2023-04-10T01:00:00Z");
    static final Instant DEADLINE = Instant.parse("2023-04-14T16:00:00Z");
    static final Money FEE = Money.yuan(365);
    static final GatewayKeys KEYS = GatewayKeys.make();

    /** What came to the open address, and how it was read. */
    record Told(RawMessage raw, Reading reading) {}

    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);
    private static final GatewayProcess GATEWAY = GatewayProcess.start(KEYS);

    private final HttpClient browser = HttpClient.newHttpClient();
    final List<Told> told = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();

    private HttpServer product;
    WechatChannel channel;

    @BeforeEach
    void open() throws IOException {
        gateway().control("reset=1");
        standAt(NOW);
        channel = channel(gateway().wechat());
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/payment/notifications/wechat", exchange -> {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            var raw = new RawMessage(
                    headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var reading = channel.read(raw);
            told.add(new Told(raw, reading));
            var reply = channel.reply(
                    refusals.getAndDecrement() > 0
                            ? MessageVerdict.BROKEN
                            : reading instanceof Reading.Refused refused ? refused.verdict() : MessageVerdict.TAKEN);
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        product.start();
    }

    @AfterEach
    void close() {
        product.stop(0);
    }

    /** Some test brings a counterpart of its own. */
    GatewayProcess gateway() {
        return GATEWAY;
    }

    static WechatChannel channel(WechatAccess access) {
        return new WechatChannel(access, new WechatConnection(access, Duration.ofSeconds(2)), Instant::now);
    }

    void standAt(Instant time) {
        gateway().shift(Duration.between(Instant.now(), time));
    }

    /** An order number that no other test has. */
    static String number() {
        return "C" + NUMBERS.incrementAndGet() + "_1";
    }

    ChannelOrder order(String number, Money amount, ChannelOrder.Device device) {
        var here = URI.create("http://127.0.0.1:" + product.getAddress().getPort());
        return new ChannelOrder(
                number,
                "GK7",
                amount,
                "2023年度工考 三级（高级工），考核费",
                DEADLINE,
                device,
                "192.0.2.7",
                here.resolve("/charges/1/returned"),
                here.resolve("/payment/notifications/wechat"));
    }

    ChannelAnswer prepare(String number) {
        return channel.prepare(order(number, FEE, ChannelOrder.Device.DESKTOP));
    }

    /** Where the code leads. */
    URI page(ChannelAnswer answer) {
        assertThat(answer).isInstanceOf(ChannelAnswer.Awaiting.class);
        return switch (((ChannelAnswer.Awaiting) answer).way()) {
            case PayWay.Code code -> URI.create(code.content());
            case PayWay.Page page -> page.address();
            default -> throw new AssertionError("no way to pay");
        };
    }

    /** An order that was prepared and paid. */
    ChannelAnswer.Paid paid(String number) {
        press(page(prepare(number)), "pay");
        return (ChannelAnswer.Paid) channel.query(number);
    }

    String look(URI page) {
        return browse(HttpRequest.newBuilder(page).build()).body();
    }

    HttpResponse<String> press(URI page, String act) {
        return browse(HttpRequest.newBuilder(page)
                .POST(HttpRequest.BodyPublishers.ofString("act=" + act))
                .build());
    }

    HttpResponse<String> browse(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new HashMap<>(headers);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}

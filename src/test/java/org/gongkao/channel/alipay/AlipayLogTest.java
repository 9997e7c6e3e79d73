package org.gongkao.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.RefundOrder;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ActiveProfiles;

/** The provider's program writes whole requests and answers into its log, unless the platform's settings forbid it. */
@SpringBootTest(classes = AlipayLogTest.Start.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class AlipayLogTest {

    @Autowired
    private LoggingSystem logging;

    @Test
    void no_line_of_the_log_holds_a_body_a_key_or_a_payer(CapturedOutput output) throws Exception {
        speak();
        assertThat(output.getAll()).doesNotContain("GK7771", "365.00", "out_trade_no", "sign=", "报名考务费");
        logging.setLogLevel("sdk.biz", LogLevel.INFO);
        try {
            speak();
            assertThat(output.getAll()).as("what it would write").contains("GK7771");
        } finally {
            logging.setLogLevel("sdk.biz", LogLevel.OFF);
        }
    }

    /** Good answers, refusals and nonsense, and a message that is forged. */
    private static void speak() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().endsWith("precreate") ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var channel = new AlipayChannel(AlipayTestKeys.access(here), Instant::now);
            channel.prepare(new ChannelOrder(
                    "C1_1",
                    "GK7771",
                    Money.yuan(365),
                    "报名考务费",
                    Instant.now().plusSeconds(600),
                    ChannelOrder.Device.DESKTOP,
                    "127.0.0.1",
                    here,
                    here));
            channel.query("C1_1");
            channel.refund(new RefundOrder("R1", "C1_1", "T1", Money.yuan(365), Money.yuan(365), "GK7771", here));
            channel.read(new RawMessage(
                    Map.of(), "total_amount=365.00&passback_params=GK7771&out_trade_no=C1_1&sign=AAAA&sign_type=RSA2"));
            channel.read(new RawMessage(
                    Map.of(),
                    AlipayTestKeys.signed(Map.of("out_trade_no", "C1_1", "passback_params", "GK7771"))
                            .replace("GK7771", "GK7772")));
        } finally {
            server.stop(0);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Start {}
}

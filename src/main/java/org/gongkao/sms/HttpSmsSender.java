package org.gongkao.sms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * 短信网关。Posts one message as JSON to the province's message gateway, signed with HMAC-SHA-256 over time, number of the
 * request and body. A gateway with another protocol gets a bean of its own in the place of this one.
 */
final class HttpSmsSender implements SmsSender {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSmsSender.class);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final JsonMapper json = new JsonMapper();
    private final URI address;
    private final byte[] key;
    private final String sign;
    private final MachineClock clock;

    HttpSmsSender(URI address, String key, String sign, MachineClock clock) {
        this.address = address;
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.sign = sign;
        this.clock = clock;
    }

    private record Body(String phone, String sign, String text) {}

    @Override
    public void send(SmsMessage message) {
        var body = json.writeValueAsString(new Body(message.number(), sign, message.text()));
        var request = UUID.randomUUID().toString();
        var time = String.valueOf(clock.instant().getEpochSecond());
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(5))
                            .header("Content-Type", "application/json; charset=utf-8")
                            .header("X-Request-Id", request)
                            .header("X-Timestamp", time)
                            .header("X-Signature", signature(time + "\n" + request + "\n" + body))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                LOG.error(
                        "A message was not sent: the gateway answered {} to request {}", answer.statusCode(), request);
                throw new Refusal(SmsRefusal.NOT_SENT);
            }
        } catch (IOException e) {
            LOG.error("A message was not sent: the gateway did not answer request {}", request, e);
            throw new Refusal(SmsRefusal.NOT_SENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(SmsRefusal.NOT_SENT);
        }
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

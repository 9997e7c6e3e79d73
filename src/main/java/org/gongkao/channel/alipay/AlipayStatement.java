package org.gongkao.channel.alipay;

import com.alipay.v3.api.AlipayDataDataserviceBillDownloadurlApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.StatementAnswer;
import org.jspecify.annotations.Nullable;

/**
 * 支付宝对账单。Asks where the day's bill is, which is signed, and fetches it from there, which the provider's program does not do.
 * The file carries no signature: it comes by https wherever the service does.
 */
class AlipayStatement {

    private static final Duration TIME = Duration.ofSeconds(30);

    private final AlipayAccess access;
    private final AlipayClient client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    AlipayStatement(AlipayAccess access, AlipayClient client) {
        this.access = access;
        this.client = client;
    }

    StatementAnswer of(LocalDate day) {
        return client.ask(to -> new AlipayDataDataserviceBillDownloadurlApi(to)
                        .queryWithHttpInfo("trade", day.toString(), null, null))
                .told(
                        said -> address(said.getBillDownloadUrl())
                                .map(address -> fetch(address, day))
                                .orElseGet(() -> new StatementAnswer.NotYet("no address of the bill")),
                        // also for a day without any movement: nobody but the channel could say that it is none
                        StatementAnswer.NotYet::new,
                        StatementAnswer.NotYet::new);
    }

    private Optional<URI> address(@Nullable String text) {
        try {
            var given = URI.create(text == null ? "" : text);
            if (given.getHost() == null || !("http".equals(given.getScheme()) || "https".equals(given.getScheme()))) {
                return Optional.empty();
            }
            return Optional.of(
                    "https".equals(access.endpoint().getScheme())
                            ? URI.create(given.toString().replaceFirst("^http:", "https:"))
                            : given);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private StatementAnswer fetch(URI address, LocalDate day) {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(address).timeout(TIME).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    return new StatementAnswer.NotYet("status " + response.statusCode());
                }
                var bytes = body.readNBytes(AlipayBill.LARGEST_FILE + 1);
                return AlipayBill.read(bytes, access.sellerId(), day);
            }
        } catch (IOException refused) {
            return new StatementAnswer.NotYet(refused.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new StatementAnswer.NotYet("interrupted");
        }
    }
}

package org.gongkao.channel.alipay;

import com.alipay.v3.ApiClient;
import com.alipay.v3.ApiException;
import com.alipay.v3.ApiResponse;
import com.alipay.v3.util.AlipaySignature;
import com.alipay.v3.util.model.AlipayConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 支付宝客户端。The provider's program for one merchant, and what it leaves open: it takes an unsigned refusal for a refusal, an
 * empty body for an answer, and an old answer for a new one.
 */
class AlipayClient {

    static final Duration FRESH = Duration.ofMinutes(5);

    /** Two calls and the bill's fetch together stay below the time after which an order is asked about. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    static final Duration CALL = Duration.ofSeconds(6);

    /** Signed, and yet no word about the matter. */
    private static final Set<String> DOES_NOT_KNOW = Set.of(
            "ACQ.SYSTEM_ERROR",
            "AQC.SYSTEM_ERROR",
            "UNKNOWN_ERROR",
            "unknow-error",
            "app-call-limited",
            "method-call-limited");

    private static final JsonMapper JSON = new JsonMapper();

    /** 支付宝调用。One call of the provider's program. */
    @FunctionalInterface
    interface Call<T> {
        ApiResponse<T> send(ApiClient client) throws ApiException;
    }

    private final AlipayAccess access;
    private final MachineClock machine;
    private final Duration patience;
    private @Nullable ApiClient client;

    AlipayClient(AlipayAccess access, MachineClock machine, Duration patience) {
        this.access = access;
        this.machine = machine;
        this.patience = patience;
    }

    <T> AlipayAnswer<T> ask(Call<T> call) {
        try {
            var response = call.send(client());
            if (response == null || response.getData() == null) {
                return new AlipayAnswer.Nothing<>("empty answer");
            }
            return isFresh(header(response.getHeaders(), "alipay-timestamp"))
                    ? new AlipayAnswer.Said<>(response.getData())
                    : new AlipayAnswer.Nothing<>("an answer of another time");
        } catch (ApiException refused) {
            return refusal(refused);
        } catch (RuntimeException broken) {
            // Its message may carry what was sent or received.
            return new AlipayAnswer.Nothing<>(broken.getClass().getSimpleName());
        }
    }

    /** Verified here once more: the program raises the same exception for what is signed, unsigned and badly signed. */
    private <T> AlipayAnswer<T> refusal(ApiException refused) {
        var headers = refused.getResponseHeaders();
        if (headers == null) {
            var cause = refused.getCause();
            return new AlipayAnswer.Nothing<>(
                    cause == null ? "no answer" : cause.getClass().getSimpleName());
        }
        var body = refused.getResponseBody();
        var time = header(headers, "alipay-timestamp");
        var signed = time + "\n" + header(headers, "alipay-nonce") + "\n" + (body == null ? "" : body) + "\n";
        if (!isTheirs(signed, header(headers, "alipay-signature")) || !isFresh(time)) {
            return new AlipayAnswer.Nothing<>("unsigned answer, status " + refused.getCode());
        }
        var code = code(body);
        return code.isEmpty() || DOES_NOT_KNOW.contains(code)
                ? new AlipayAnswer.Nothing<>("status " + refused.getCode() + " " + code)
                : new AlipayAnswer.Refused<>(code);
    }

    private boolean isTheirs(String text, String signature) {
        try {
            return !signature.isEmpty() && AlipaySignature.verify(text, signature, access.publicKey(), "utf-8", "RSA2");
        } catch (ApiException | RuntimeException malformed) {
            return false;
        }
    }

    private boolean isFresh(String milliseconds) {
        try {
            var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(milliseconds)), machine.instant());
            return age.abs().compareTo(FRESH) <= 0;
        } catch (NumberFormatException | ArithmeticException refused) {
            return false;
        }
    }

    private static String code(@Nullable String body) {
        try {
            var code = JSON.readTree(body == null ? "" : body).path("code").asString("");
            return code.matches("[A-Za-z_.-]{1,80}") ? code : "";
        } catch (JacksonException unreadable) {
            return "";
        }
    }

    private static String header(@Nullable Map<String, List<String>> headers, String name) {
        var values = headers == null ? null : headers.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** Made at the first call: it loads some thousands of classes, for which no start should wait. */
    private synchronized ApiClient client() throws ApiException {
        if (client == null) {
            var config = new AlipayConfig();
            config.setServerUrl(access.endpoint().toString().replaceFirst("/+$", ""));
            config.setAppId(access.appId());
            config.setPrivateKey(access.privateKey());
            config.setAlipayPublicKey(access.publicKey());
            var made = new ApiClient(new OkHttpClient.Builder()
                    .connectTimeout(CONNECT)
                    .readTimeout(patience)
                    .writeTimeout(patience)
                    .callTimeout(patience)
                    .followRedirects(false)
                    .build());
            made.setAlipayConfig(config);
            client = made;
        }
        return client;
    }
}

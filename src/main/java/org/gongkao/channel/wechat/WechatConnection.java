package org.gongkao.channel.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.payments.h5.H5Service;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.gongkao.channel.WechatAccess;

/**
 * 微信支付连接。The provider's own program, unchanged, with our HTTP client below it: short of patience, and led elsewhere where an
 * endpoint is given. Its signatures cover no host, so leading it elsewhere harms none. A builder of one of its services that
 * is given {@code config} makes itself a client of its own, which nobody leads: each is given ours instead.
 */
final class WechatConnection {

    /** How long a statement may take, for whose end no payer waits. */
    private static final Duration STATEMENT = Duration.ofSeconds(60);

    final NativePayService screens;
    final H5Service phones;
    final RefundService refunds;
    final BillDownloadServiceExtension bills;
    final NotificationParser messages;

    WechatConnection(WechatAccess access, Duration patience) {
        var config = new RSAPublicKeyConfig.Builder()
                .merchantId(access.merchant())
                .privateKey(access.privateKey())
                .merchantSerialNumber(access.serial())
                .publicKey(access.publicKey())
                .publicKeyId(access.publicKeyId())
                .apiV3Key(access.apiKey())
                .build();
        var http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(2))
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                .followRedirects(false);
        if (access.endpoint() != null) {
            http.addInterceptor(new Elsewhere(access.endpoint()));
        }
        var brief = http.build();
        var client = client(config, brief);
        var patient = client(
                config,
                brief.newBuilder().readTimeout(STATEMENT).callTimeout(STATEMENT).build());
        screens = new NativePayService.Builder().httpClient(client).build();
        phones = new H5Service.Builder().httpClient(client).build();
        refunds = new RefundService.Builder().httpClient(client).build();
        bills = new BillDownloadServiceExtension.Builder()
                .httpClient(patient)
                .decryptor(config.createDecryptor())
                .build();
        messages = new NotificationParser(config);
    }

    private static HttpClient client(RSAPublicKeyConfig config, OkHttpClient http) {
        return new DefaultHttpClientBuilder().config(config).okHttpClient(http).build();
    }

    /** 改道。Leads each request to the given place; everything else of it stays as it was signed. */
    private record Elsewhere(URI endpoint) implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            var request = chain.request();
            var to = request.url()
                    .newBuilder()
                    .scheme(Objects.requireNonNull(endpoint.getScheme()))
                    .host(Objects.requireNonNull(endpoint.getHost()))
                    .port(
                            endpoint.getPort() >= 0
                                    ? endpoint.getPort()
                                    : okhttp3.HttpUrl.defaultPort(endpoint.getScheme()))
                    .build();
            return chain.proceed(request.newBuilder().url(to).build());
        }
    }
}

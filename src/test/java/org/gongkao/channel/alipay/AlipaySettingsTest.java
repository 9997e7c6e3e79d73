package org.gongkao.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelSource;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class AlipaySettingsTest {

    private static final AlipayAccess ACCESS = AlipayTestKeys.access(URI.create("https://openapi.alipay.com"));

    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Start.class);

    @Test
    void without_settings_the_channel_is_not_open() {
        start.run(context ->
                assertThat(context.getBean(ChannelSource.class).channel()).isEmpty());
        start.withPropertyValues("gongkao.payment.alipay.app-id=", "gongkao.payment.alipay.private-key=")
                .run(context -> assertThat(context.getBean(ChannelSource.class).channel())
                        .isEmpty());
    }

    @Test
    void with_all_of_them_it_is_open() {
        start.withPropertyValues(properties(whole()))
                .run(context -> assertThat(context.getBean(ChannelSource.class)
                                .channel()
                                .orElseThrow()
                                .code())
                        .isEqualTo(ChannelCode.ALIPAY));
    }

    @Test
    void a_demo_brings_its_own() {
        start.withBean(AlipayAccess.class, () -> ACCESS)
                .run(context -> assertThat(context.getBean(ChannelSource.class).channel())
                        .isPresent());
    }

    @Test
    void each_one_that_is_missing_stops_the_start_and_is_named() {
        for (var missing : whole().keySet()) {
            var less = whole();
            less.remove(missing);
            start.withPropertyValues(properties(less))
                    .run(context -> assertThat(context.getStartupFailure())
                            .rootCause()
                            .isInstanceOf(StartRefused.class)
                            .hasMessage("支付宝的设置不全，平台没有启动：缺少 gongkao.payment.alipay." + missing + "。"));
        }
        assertThatThrownBy(() -> settings("2021", "", " ", "").access())
                .hasMessageContaining(
                        "缺少 gongkao.payment.alipay.seller-id、gongkao.payment.alipay.private-key、gongkao.payment.alipay.public-key。");
    }

    @Test
    void keys_may_come_as_a_file_writes_them_and_in_one(@TempDir Path folder) throws Exception {
        var access = settings(
                        "2021",
                        "2088",
                        "-----BEGIN PRIVATE KEY-----\n" + ACCESS.privateKey().replaceAll("(.{64})", "$1\n")
                                + "\n-----END PRIVATE KEY-----\n",
                        ACCESS.publicKey() + "\r\n")
                .access()
                .orElseThrow();
        assertThat(access.privateKey()).isEqualTo(ACCESS.privateKey());
        assertThat(access.publicKey()).isEqualTo(ACCESS.publicKey());
        var file = Files.writeString(folder.resolve("app.pem"), ACCESS.privateKey() + "\n");
        assertThat(settings("2021", "2088", file.toString(), ACCESS.publicKey())
                        .access()
                        .orElseThrow()
                        .privateKey())
                .isEqualTo(ACCESS.privateKey());
        assertWrong("private-key 不是 RSA 私钥", folder.resolve("none.pem").toString(), ACCESS.publicKey());
    }

    @Test
    void a_key_of_another_kind_stops_the_start_without_being_shown() {
        assertWrong("private-key 不是 RSA 私钥", ACCESS.publicKey(), ACCESS.publicKey());
        assertWrong("private-key 不是 RSA 私钥", "AAAA", ACCESS.publicKey());
        assertWrong("public-key 不是 RSA 公钥", ACCESS.privateKey(), ACCESS.privateKey());
        assertWrong("public-key 填成了应用公钥", ACCESS.privateKey(), AlipayTestKeys.appPublicKey());
    }

    @Test
    void an_endpoint_without_https_stops_the_start() {
        assertThatThrownBy(() -> new AlipaySettings(
                                "2021",
                                "2088",
                                ACCESS.privateKey(),
                                ACCESS.publicKey(),
                                URI.create("http://openapi.alipay.com"))
                        .access())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("endpoint");
    }

    @Test
    void no_key_is_in_any_text() {
        assertThat(Optional.of(ACCESS)
                        + settings("2021", "2088", ACCESS.privateKey(), ACCESS.publicKey())
                                .toString())
                .doesNotContain(ACCESS.privateKey(), ACCESS.publicKey());
    }

    private static void assertWrong(String words, String privateKey, String publicKey) {
        assertThatThrownBy(() -> settings("2021", "2088", privateKey, publicKey).access())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(privateKey);
    }

    private static AlipaySettings settings(String app, String seller, String privateKey, String publicKey) {
        return new AlipaySettings(app, seller, privateKey, publicKey, URI.create("https://openapi.alipay.com"));
    }

    private static Map<String, String> whole() {
        var whole = new LinkedHashMap<String, String>();
        whole.put("app-id", ACCESS.appId());
        whole.put("seller-id", ACCESS.sellerId());
        whole.put("private-key", ACCESS.privateKey());
        whole.put("public-key", ACCESS.publicKey());
        return whole;
    }

    private static String[] properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(one -> "gongkao.payment.alipay." + one.getKey() + "=" + one.getValue())
                .toArray(String[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AlipaySettings.class)
    @Import(AlipaySource.class)
    static class Start {
        @Bean
        MachineClock machineClock() {
            return java.time.Instant::now;
        }
    }
}

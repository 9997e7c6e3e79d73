package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.gongkao.channel.WechatAccess;
import org.gongkao.demo.GatewayKeys;
import org.gongkao.shared.StartRefused;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** 微信支付设置: all of it or none, and a clear word about what is wrong. */
@NullUnmarked
class WechatSettingsTest {

    private static final WechatAccess ACCESS = GatewayKeys.make().wechat(null);

    @TempDir
    private Path folder;

    @Test
    void nothing_configured_is_no_channel() {
        assertThat(settings(null, null, null, null, null, null, null, null).access())
                .isEmpty();
        assertThat(settings(" ", "", null, null, null, null, null, null).access())
                .isEmpty();
    }

    @Test
    void keys_are_taken_as_text_and_from_files() throws IOException {
        assertThat(whole(ACCESS.privateKey(), ACCESS.publicKey(), null).access())
                .contains(ACCESS);
        var pem = "-----BEGIN PRIVATE KEY-----\n" + ACCESS.privateKey() + "\n-----END PRIVATE KEY-----\n";
        var file = Files.writeString(folder.resolve("apiclient_key.pem"), pem);
        assertThat(whole(file.toString(), ACCESS.publicKey(), null).access().map(WechatAccess::privateKey))
                .contains(pem);
        assertThat(source(whole(file.toString(), ACCESS.publicKey(), null)).channel())
                .isPresent();
    }

    @Test
    void a_part_of_it_stops_the_start_and_all_that_is_missing_is_named() {
        assertThatThrownBy(() -> settings("1900000001", "wx0", null, null, "k".repeat(32), null, null, null)
                        .access())
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll(
                        "缺少",
                        "gongkao.payment.wechat.serial　商户API证书序列号",
                        "gongkao.payment.wechat.private-key",
                        "gongkao.payment.wechat.public-key-id",
                        "gongkao.payment.wechat.public-key")
                .message()
                .doesNotContain("wechat.merchant", "wechat.api-key", "kkkk");
        assertThatThrownBy(() -> settings(null, null, null, null, null, null, null, URI.create("http://127.0.0.1:1"))
                        .access())
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void what_is_no_key_is_refused_without_being_repeated() {
        assertThatThrownBy(() ->
                        whole("/no/such/secret.pem", ACCESS.publicKey(), null).access())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("private-key 既不是密钥，也不是可以读取的密钥文件");
        var noKey = "QUJD".repeat(60);
        assertThatThrownBy(() -> source(whole(noKey, ACCESS.publicKey(), null)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("不是可用的 RSA 密钥")
                .message()
                .doesNotContain(noKey);
        assertThatThrownBy(() -> new WechatSettings(
                                "1", "wx", "s", ACCESS.privateKey(), "short", "id", ACCESS.publicKey(), null)
                        .access())
                .hasMessageContaining("应为 32 个字符")
                .message()
                .doesNotContain("short");
    }

    @Test
    void another_endpoint_is_on_this_machine_or_nobody_reads_along() {
        assertThat(whole(ACCESS.privateKey(), ACCESS.publicKey(), URI.create("http://127.0.0.1:9000"))
                        .access())
                .isPresent();
        assertThat(whole(ACCESS.privateKey(), ACCESS.publicKey(), URI.create("https://trial.example"))
                        .access())
                .isPresent();
        assertThatThrownBy(() -> whole(ACCESS.privateKey(), ACCESS.publicKey(), URI.create("http://192.0.2.1"))
                        .access())
                .hasMessageContaining("https 网址或本机地址");
    }

    @Test
    void settings_say_no_key_when_they_are_printed() {
        assertThat(whole(ACCESS.privateKey(), ACCESS.publicKey(), null).toString())
                .doesNotContain(ACCESS.privateKey(), ACCESS.apiKey());
    }

    private static WechatSettings whole(String privateKey, String publicKey, URI endpoint) {
        return new WechatSettings(
                ACCESS.merchant(),
                ACCESS.app(),
                ACCESS.serial(),
                privateKey,
                ACCESS.apiKey(),
                ACCESS.publicKeyId(),
                publicKey,
                endpoint);
    }

    private static WechatSettings settings(
            String merchant,
            String app,
            String serial,
            String privateKey,
            String apiKey,
            String publicKeyId,
            String publicKey,
            URI endpoint) {
        return new WechatSettings(merchant, app, serial, privateKey, apiKey, publicKeyId, publicKey, endpoint);
    }

    private static WechatSource source(WechatSettings settings) {
        return new WechatSource(
                settings, new StaticListableBeanFactory().getBeanProvider(WechatAccess.class), Instant::now);
    }
}

package org.gongkao.channel.wechat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.WechatAccess;
import org.gongkao.shared.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * 微信支付设置。What the merchant's platform shows, as configured from outside: all of it or none. The two keys are given as PEM,
 * as the name of a file with it, or as plain Base64.
 */
@ConfigurationProperties("gongkao.payment.wechat")
record WechatSettings(
        @Nullable String merchant,
        @Nullable String app,
        @Nullable String serial,
        @Nullable String privateKey,
        @Nullable String apiKey,
        @Nullable String publicKeyId,
        @Nullable String publicKey,
        @Nullable URI endpoint) {

    static final String PREFIX = "gongkao.payment.wechat.";
    private static final String REMEDY = "请补齐后再启动，或去掉 " + PREFIX + "* 的全部设置；写法见 docs/operations/wechat-pay.md。";

    /** Empty where nothing of it is configured. */
    Optional<WechatAccess> access() {
        var missing = new ArrayList<String>();
        var given = List.of(
                take("merchant", merchant, "商户号", missing),
                take("app", app, "公众账号ID（AppID）", missing),
                take("serial", serial, "商户API证书序列号", missing),
                take("private-key", privateKey, "商户API证书私钥", missing),
                take("api-key", apiKey, "APIv3密钥", missing),
                take("public-key-id", publicKeyId, "微信支付公钥ID", missing),
                take("public-key", publicKey, "微信支付公钥", missing));
        if (missing.size() == given.size() && endpoint == null) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new StartRefused("微信支付的设置不完整，平台没有启动，缺少：\n  - " + String.join("\n  - ", missing), REMEDY);
        }
        if (given.get(4).getBytes(StandardCharsets.UTF_8).length != 32) {
            throw new StartRefused("微信支付的设置有误：" + PREFIX + "api-key（APIv3密钥）应为 32 个字符。", REMEDY);
        }
        return Optional.of(new WechatAccess(
                given.get(0),
                given.get(1),
                given.get(2),
                key("private-key", given.get(3)),
                given.get(4),
                given.get(5),
                key("public-key", given.get(6)),
                checked(endpoint)));
    }

    private static String take(String name, @Nullable String value, String meaning, List<String> missing) {
        if (value == null || value.isBlank()) {
            missing.add(PREFIX + name + "　" + meaning);
            return "";
        }
        return value.strip();
    }

    private static String key(String name, String given) {
        if (given.startsWith("-----BEGIN ") || given.matches("[A-Za-z0-9+/=\\s]{200,}")) {
            return given;
        }
        try {
            return Files.readString(Path.of(given));
        } catch (IOException | InvalidPathException unreadable) {
            throw new StartRefused("微信支付的设置有误：" + PREFIX + name + " 既不是密钥，也不是可以读取的密钥文件。", REMEDY);
        }
    }

    /** Another address than the real one is for trials: on this machine, or at least nobody reads along. */
    private static @Nullable URI checked(@Nullable URI endpoint) {
        if (endpoint == null || "https".equals(endpoint.getScheme())) {
            return endpoint;
        }
        try {
            if (InetAddress.getByName(endpoint.getHost()).isLoopbackAddress()) {
                return endpoint;
            }
        } catch (IOException unknown) {
            // refused below
        }
        throw new StartRefused("微信支付的设置有误：" + PREFIX + "endpoint 应为 https 网址或本机地址。", REMEDY);
    }

    /** A key does not belong in a log. */
    @Override
    public String toString() {
        return "WechatSettings[merchant=" + merchant + ", endpoint=" + endpoint + "]";
    }
}

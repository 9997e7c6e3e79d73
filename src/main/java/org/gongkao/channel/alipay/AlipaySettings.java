package org.gongkao.channel.alipay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.shared.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 支付宝设置。All or nothing: with no key at all the provider's program takes every answer for a good one, so that a setting
 * half made must not start.
 */
@ConfigurationProperties("gongkao.payment.alipay")
record AlipaySettings(
        @Nullable String appId,
        @Nullable String sellerId,
        @Nullable String privateKey,
        @Nullable String publicKey,
        @DefaultValue("https://openapi.alipay.com") URI endpoint) {

    /** No key of 2048 bits is shorter, and no name of a file longer. */
    private static final int SHORTEST_KEY = 300;

    private static final String PREFIX = "gongkao.payment.alipay.";
    private static final String REMEDY = "请按 docs/operations/alipay.md 补正支付宝的设置后再启动；暂不开通支付宝的，把这些设置全部去掉。";

    Optional<AlipayAccess> access() {
        var given = new LinkedHashMap<String, String>();
        given.put("app-id", text(appId));
        given.put("seller-id", text(sellerId));
        given.put("private-key", key(text(privateKey)));
        given.put("public-key", key(text(publicKey)));
        if (given.values().stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        var missing = given.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("、" + PREFIX, PREFIX, ""));
        if (!missing.equals(PREFIX)) {
            throw new StartRefused("支付宝的设置不全，平台没有启动：缺少 " + missing + "。", REMEDY);
        }
        var access = new AlipayAccess(
                given.get("app-id"),
                given.get("seller-id"),
                given.get("private-key"),
                given.get("public-key"),
                endpoint);
        wrong(access).ifPresent(why -> {
            throw new StartRefused("支付宝的设置有误，平台没有启动：" + why, REMEDY);
        });
        return Optional.of(access);
    }

    private static Optional<String> wrong(AlipayAccess access) {
        if (!isSafe(access.endpoint())) {
            return Optional.of(PREFIX + "endpoint 应为 https 地址。");
        }
        return AlipayKeys.wrong(access.privateKey(), access.publicKey()).map(why -> PREFIX + why);
    }

    /** As written there, or in a file of that name. What is neither is found out below. */
    private static String key(String given) {
        try {
            return AlipayKeys.bare(
                    given.length() < SHORTEST_KEY && !given.isEmpty() && Files.isReadable(Path.of(given))
                            ? Files.readString(Path.of(given))
                            : given);
        } catch (IOException | InvalidPathException unreadable) {
            return AlipayKeys.bare(given);
        }
    }

    /** Plain http reaches this machine only. */
    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost()));
    }

    private static String text(@Nullable String setting) {
        return Objects.requireNonNullElse(setting, "").strip();
    }

    @Override
    public String toString() {
        return "AlipaySettings[masked]";
    }
}

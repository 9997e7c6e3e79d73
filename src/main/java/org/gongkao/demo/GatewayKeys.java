package org.gongkao.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.WechatAccess;

/** 演示密钥。What the payment counterpart and the product have to know of each other, made anew for each data folder and each test. */
public record GatewayKeys(String secret, String wechatApiKey, KeyPair wechatMerchant, KeyPair wechatPlatform) {

    private static final String MERCHANT = "1900000001";
    private static final String APP = "wx0123456789abcdef";
    private static final String MERCHANT_SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    private static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000012023031500000000000001";

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private static final String ALIPAY_APP = "2021000000000001";
    private static final String ALIPAY_SELLER = "2088000000000001";

    public static GatewayKeys make() {
        return new GatewayKeys(
                UUID.randomUUID().toString(), UUID.randomUUID().toString().replace("-", ""), rsa(), rsa());
    }

    /** Those of this data folder; made where there are none, or where they cannot be read. Making them takes a second of a start. */
    static GatewayKeys kept(Path folder) {
        var file = folder.resolve("gateway-keys");
        try {
            return read(Files.readAllLines(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            var keys = make();
            try {
                Files.createDirectories(folder);
                Files.deleteIfExists(file);
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
                Files.write(file, keys.lines());
            } catch (IOException e) {
                throw new UncheckedIOException("The demo's keys cannot be kept in " + file, e);
            }
            return keys;
        }
    }

    private List<String> lines() {
        return List.of(
                secret,
                wechatApiKey,
                text(wechatMerchant.getPublic().getEncoded()),
                text(wechatMerchant.getPrivate().getEncoded()),
                text(wechatPlatform.getPublic().getEncoded()),
                text(wechatPlatform.getPrivate().getEncoded()));
    }

    private static GatewayKeys read(List<String> lines) throws GeneralSecurityException {
        if (lines.size() != 6) {
            throw new IllegalArgumentException("six lines");
        }
        return new GatewayKeys(
                lines.get(0), lines.get(1), pair(lines.get(2), lines.get(3)), pair(lines.get(4), lines.get(5)));
    }

    private static KeyPair pair(String open, String secret) throws GeneralSecurityException {
        var rsa = KeyFactory.getInstance("RSA");
        return new KeyPair(
                rsa.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(open))),
                rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret))));
    }

    /** The counterpart's half. */
    Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("GATEWAY_SECRET", secret);
        environment.put("GATEWAY_WECHAT_MERCHANT", MERCHANT);
        environment.put("GATEWAY_WECHAT_APP", APP);
        environment.put("GATEWAY_WECHAT_MERCHANT_SERIAL", MERCHANT_SERIAL);
        environment.put(
                "GATEWAY_WECHAT_MERCHANT_KEY", text(wechatMerchant.getPublic().getEncoded()));
        environment.put("GATEWAY_WECHAT_API_KEY", wechatApiKey);
        environment.put("GATEWAY_WECHAT_PUBLIC_KEY_ID", PUBLIC_KEY_ID);
        environment.put(
                "GATEWAY_WECHAT_PLATFORM_KEY", text(wechatPlatform.getPrivate().getEncoded()));
        environment.put("GATEWAY_ALIPAY_APP", ALIPAY_APP);
        environment.put("GATEWAY_ALIPAY_SELLER", ALIPAY_SELLER);
        environment.put(
                "GATEWAY_ALIPAY_APP_KEY", text(wechatMerchant.getPublic().getEncoded()));
        environment.put(
                "GATEWAY_ALIPAY_PRIVATE_KEY", text(wechatPlatform.getPrivate().getEncoded()));
        return environment;
    }

    /** The product's half. */
    public WechatAccess wechat(URI endpoint) {
        return new WechatAccess(
                MERCHANT,
                APP,
                MERCHANT_SERIAL,
                text(wechatMerchant.getPrivate().getEncoded()),
                wechatApiKey,
                PUBLIC_KEY_ID,
                text(wechatPlatform.getPublic().getEncoded()),
                endpoint);
    }

    /** The same two pairs serve both providers: each takes a second of a start to make. */
    public AlipayAccess alipay(URI endpoint) {
        return new AlipayAccess(
                ALIPAY_APP,
                ALIPAY_SELLER,
                text(wechatMerchant.getPrivate().getEncoded()),
                text(wechatPlatform.getPublic().getEncoded()),
                endpoint);
    }

    private static KeyPair rsa() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    /** A key does not belong in a log. */
    @Override
    public String toString() {
        return "GatewayKeys";
    }
}

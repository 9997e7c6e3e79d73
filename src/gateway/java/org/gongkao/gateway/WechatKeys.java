package org.gongkao.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * 微信支付密钥。The platform's private key, the merchant's public one, and the key of messages (APIv3). One pair of the platform
 * serves under two names: as its public key ({@code PUB_KEY_ID_…}) and as its certificate.
 */
final class WechatKeys {

    private static final long FRESH_SECONDS = 300;
    private static final Pattern PART = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";

    private final PrivateKey ours;
    private final PublicKey theirs;
    private final SecretKeySpec messages;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    final String merchant;
    final String app;
    private final String merchantSerial;
    private final String publicKeyId;
    final Certificate certificate;

    WechatKeys(Map<String, String> environment) {
        merchant = environment.get("GATEWAY_WECHAT_MERCHANT");
        app = environment.get("GATEWAY_WECHAT_APP");
        merchantSerial = environment.get("GATEWAY_WECHAT_MERCHANT_SERIAL");
        publicKeyId = environment.get("GATEWAY_WECHAT_PUBLIC_KEY_ID");
        messages = new SecretKeySpec(environment.get("GATEWAY_WECHAT_API_KEY").getBytes(StandardCharsets.UTF_8), "AES");
        try {
            var keys = KeyFactory.getInstance("RSA");
            ours = keys.generatePrivate(new PKCS8EncodedKeySpec(
                    Base64.getDecoder().decode(environment.get("GATEWAY_WECHAT_PLATFORM_KEY"))));
            theirs = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(environment.get("GATEWAY_WECHAT_MERCHANT_KEY"))));
            var parts = (RSAPrivateCrtKey) ours;
            certificate = Certificate.of(
                    keys.generatePublic(new RSAPublicKeySpec(parts.getModulus(), parts.getPublicExponent())), ours);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The keys of WeChat Pay are RSA keys in Base64", e);
        }
    }

    /** Signed by the merchant for this very request, fresh, and not seen before. */
    boolean accepts(Request request) {
        var authorization = request.header("authorization");
        if (!authorization.startsWith(SCHEME + " ")) {
            return false;
        }
        var parts = new java.util.HashMap<String, String>();
        PART.matcher(authorization).results().forEach(part -> parts.put(part.group(1), part.group(2)));
        var time = parts.getOrDefault("timestamp", "");
        var nonce = parts.getOrDefault("nonce_str", "");
        if (!merchant.equals(parts.get("mchid")) || !merchantSerial.equals(parts.get("serial_no"))) {
            return false;
        }
        try {
            long now = Instant.now().getEpochSecond();
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(theirs);
            signature.update((request.method() + "\n" + request.target() + "\n" + time + "\n" + nonce + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            signature.update(request.body());
            signature.update((byte) '\n');
            seen.values().removeIf(at -> at < now - 2 * FRESH_SECONDS);
            return Math.abs(now - Long.parseLong(time)) <= FRESH_SECONDS
                    && signature.verify(Base64.getDecoder().decode(parts.getOrDefault("signature", "")))
                    && seen.putIfAbsent(nonce, now) == null;
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return false;
        }
    }

    /** The headers that prove a body of ours, at the machine's time. {@code serial} is the name of the key. */
    Map<String, String> prove(String serial, String body) {
        var time = Long.toString(Instant.now().getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        return Map.of(
                "Wechatpay-Timestamp", time,
                "Wechatpay-Nonce", nonce,
                "Wechatpay-Serial", serial,
                "Wechatpay-Signature", sign(time + "\n" + nonce + "\n" + body + "\n"),
                "Wechatpay-Signature-Type", SCHEME);
    }

    /** The key by whose name the other side wants to check: it says so when it knows the public key and no certificate. */
    String serialFor(Request request) {
        return publicKeyId.equals(request.header("wechatpay-serial")) ? publicKeyId : certificate.serial();
    }

    /** Messages are proved with the public key. */
    String serial() {
        return publicKeyId;
    }

    private String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(ours);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An encrypted resource as messages and certificates carry it. */
    Map<String, Object> seal(String associated, String text) {
        var nonce = UUID.randomUUID().toString().substring(0, 12).replace('-', 'x');
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, messages, new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return Json.of(
                    "algorithm",
                    "AEAD_AES_256_GCM",
                    "nonce",
                    nonce,
                    "associated_data",
                    associated,
                    "ciphertext",
                    Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

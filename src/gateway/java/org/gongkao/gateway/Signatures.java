package org.gongkao.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 签名。Ed25519 over method, path, time, nonce and body, each on a line of its own. Requests are taken once, while fresh. */
final class Signatures {

    private static final long FRESH_SECONDS = 300;

    private final PrivateKey ours;
    private final PublicKey theirs;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Signatures(String privateKey, String productKey) {
        try {
            var keys = KeyFactory.getInstance("Ed25519");
            ours = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            theirs = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(productKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("GATEWAY_PRIVATE_KEY and GATEWAY_PRODUCT_KEY are Ed25519 keys", e);
        }
    }

    static String text(String method, String path, String time, String nonce, String body) {
        return method + "\n" + path + "\n" + time + "\n" + nonce + "\n" + body + "\n";
    }

    static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(ours);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by the product for this path, fresh, and not seen before. */
    boolean accepts(String path, String time, String nonce, String body, String given) {
        try {
            long second = Long.parseLong(time);
            long now = Instant.now().getEpochSecond();
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(theirs);
            signature.update(text("POST", path, time, nonce, body).getBytes(StandardCharsets.UTF_8));
            seen.values().removeIf(at -> at < now - 2 * FRESH_SECONDS);
            return Math.abs(now - second) <= FRESH_SECONDS
                    && signature.verify(Base64.getDecoder().decode(given))
                    && seen.putIfAbsent(nonce, now) == null;
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return false;
        }
    }
}

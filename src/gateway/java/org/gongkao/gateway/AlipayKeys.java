package org.gongkao.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 支付宝密钥。Alipay's private key and the application's public one; requests are taken once, while fresh. */
final class AlipayKeys {

    private static final String SCHEME = "ALIPAY-SHA256withRSA ";
    private static final long FRESH = Duration.ofMinutes(10).toMillis();

    private final PrivateKey ours;
    private final PublicKey theirs;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    final String app;
    final String seller;

    AlipayKeys(Map<String, String> environment) {
        app = environment.get("GATEWAY_ALIPAY_APP");
        seller = environment.get("GATEWAY_ALIPAY_SELLER");
        try {
            var keys = KeyFactory.getInstance("RSA");
            ours = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(environment.get("GATEWAY_ALIPAY_PRIVATE_KEY"))));
            theirs = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(environment.get("GATEWAY_ALIPAY_APP_KEY"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The keys of Alipay are RSA keys in Base64", e);
        }
    }

    /** Signed by the application for this very request, fresh, and not seen before. */
    boolean accepts(Request request) {
        var authorization = request.header("authorization");
        int sign = authorization.lastIndexOf(",sign=");
        if (!authorization.startsWith(SCHEME) || sign < 0) {
            return false;
        }
        var proof = authorization.substring(SCHEME.length(), sign);
        var parts = new HashMap<String, String>();
        Stream.of(proof.split(","))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> parts.put(part[0], part[1]));
        try {
            long now = System.currentTimeMillis();
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(theirs);
            signature.update((proof + "\n" + request.method() + "\n" + request.target() + "\n" + request.text() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            seen.values().removeIf(at -> at < now - 2 * FRESH);
            return app.equals(parts.get("app_id"))
                    && Math.abs(now - Long.parseLong(parts.getOrDefault("timestamp", ""))) <= FRESH
                    && signature.verify(Base64.getDecoder().decode(authorization.substring(sign + ",sign=".length())))
                    && seen.putIfAbsent(parts.getOrDefault("nonce", ""), now) == null;
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return false;
        }
    }

    /** An answer with the headers that prove it, at the machine's time. */
    Response prove(Response response) {
        var time = Long.toString(System.currentTimeMillis());
        var nonce = UUID.randomUUID().toString();
        return response.with("alipay-timestamp", time)
                .with("alipay-nonce", nonce)
                .with("alipay-signature", sign(time + "\n" + nonce + "\n" + response.text() + "\n"));
    }

    /** The fields of a message with their signature: sorted, what is empty left out. */
    Map<String, String> sign(Map<String, String> fields) {
        var text = new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
        var signed = new HashMap<>(fields);
        signed.put("sign_type", "RSA2");
        signed.put("sign", sign(text));
        return signed;
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
}

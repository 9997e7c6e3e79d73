package org.gongkao.channel.alipay;

import com.alipay.v3.util.AlipaySignature;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.channel.AlipayAccess;

/** An Alipay of the tests' own, whose private key is at hand. */
final class AlipayTestKeys {

    private static final KeyPair ALIPAY = rsa();
    private static final KeyPair APP = rsa();

    private AlipayTestKeys() {}

    static AlipayAccess access(URI endpoint) {
        return new AlipayAccess(
                "2021000000000001", "2088000000000001", text(APP.getPrivate().getEncoded()), publicKey(), endpoint);
    }

    static String publicKey() {
        return text(ALIPAY.getPublic().getEncoded());
    }

    static String appPublicKey() {
        return text(APP.getPublic().getEncoded());
    }

    /** The one with which Alipay signs. */
    static String privateKey() {
        return text(ALIPAY.getPrivate().getEncoded());
    }

    static String sign(String content) {
        try {
            return AlipaySignature.sign(content, privateKey(), "utf-8", "RSA2");
        } catch (com.alipay.v3.ApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message's body, signed by Alipay. */
    static String signed(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("sign", sign(AlipaySignature.getSignCheckContentV1(new HashMap<>(fields))));
        all.put("sign_type", "RSA2");
        return form(all);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static KeyPair rsa() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}

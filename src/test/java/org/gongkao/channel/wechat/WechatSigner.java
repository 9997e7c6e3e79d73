package org.gongkao.channel.wechat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.WechatAccess;
import org.gongkao.demo.GatewayKeys;
import org.jspecify.annotations.NullUnmarked;

/** Messages as WeChat Pay signs and encrypts them, whatever they say. */
@NullUnmarked
public final class WechatSigner {

    private final GatewayKeys keys;
    private final WechatAccess access;

    public WechatSigner(GatewayKeys keys) {
        this.keys = keys;
        access = keys.wechat(null);
    }

    /** The content of a payment's message; names and values in turn go over what a right one says. */
    public String paid(String order, Object fen, String payer, Object... otherwise) {
        var fields = new HashMap<String, String>(Map.of(
                "appid", quoted(access.app()),
                "mchid", quoted(access.merchant()),
                "out_trade_no", quoted(order),
                "transaction_id", quoted("4200001234567890"),
                "trade_state", quoted("SUCCESS"),
                "attach", quoted(payer),
                "success_time", quoted("2023-04-10T09:00:01+08:00"),
                "amount", "{\"total\":" + fen + ",\"currency\":\"CNY\"}"));
        for (int i = 0; i < otherwise.length; i += 2) {
            fields.put((String) otherwise[i], (String) otherwise[i + 1]);
        }
        var text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (value != null) {
                text.append(text.isEmpty() ? "{" : ",")
                        .append(quoted(name))
                        .append(':')
                        .append(value);
            }
        });
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    public RawMessage payment(String id, String content, long second) {
        return signed(body(id, "TRANSACTION.SUCCESS", "transaction", content), second);
    }

    public String body(String id, String event, String type, String content) {
        return """
                {"id":"%s","create_time":"2023-04-10T09:00:02+08:00","resource_type":"encrypt-resource",\
                "event_type":"%s","summary":"支付成功","resource":{"original_type":"%s","algorithm":"AEAD_AES_256_GCM",\
                "associated_data":"%s","nonce":"0123456789ab","ciphertext":"%s"}}""".formatted(id, event, type, type, sealed(type, content));
    }

    public RawMessage signed(String body, long second) {
        return signed(access.publicKeyId(), body, second);
    }

    public RawMessage signed(String serial, String body, long second) {
        var nonce = UUID.randomUUID().toString();
        return new RawMessage(
                Map.of(
                        "wechatpay-serial",
                        serial,
                        "wechatpay-timestamp",
                        Long.toString(second),
                        "wechatpay-nonce",
                        nonce,
                        "wechatpay-signature",
                        sign(second + "\n" + nonce + "\n" + body + "\n")),
                body);
    }

    private String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.wechatPlatform().getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sealed(String associated, String content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(keys.wechatApiKey().getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, "0123456789ab".getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

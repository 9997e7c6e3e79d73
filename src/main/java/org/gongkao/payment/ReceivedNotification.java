package org.gongkao.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** 渠道通知。A message as it came in, before anybody has believed a word of it. */
record ReceivedNotification(String path, String time, String nonce, String signature, String body) {

    /** What our own counterpart would never exceed. */
    static final int LONGEST = 8_192;

    boolean isComplete() {
        return !time.isEmpty() && !nonce.isEmpty() && nonce.length() <= 64 && !signature.isEmpty();
    }

    String signedText() {
        return MessageSignature.text("POST", path, time, nonce, body);
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.gongkao.payment;

import org.gongkao.shared.Sha256;

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
        return Sha256.of(body);
    }
}

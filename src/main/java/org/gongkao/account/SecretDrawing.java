package org.gongkao.account;

import org.gongkao.shared.QrDrawing;

/** 动态口令二维码。What a phone's code program reads to learn the secret. */
final class SecretDrawing {

    private SecretDrawing() {}

    static QrDrawing of(long account, String secret) {
        return QrDrawing.of("otpauth://totp/%E5%B7%A5%E8%80%83:" + account + "?secret=" + secret
                + "&issuer=%E5%B7%A5%E8%80%83&digits=6&period=30");
    }
}

package org.gongkao.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * 报文签名。Signs what we send to the counterpart and checks what comes from it. The signed text is method, path, time, nonce
 * and body, each on a line of its own, so that nothing can be moved from one place to another.
 */
final class MessageSignature {

    private final PrivateKey ours;
    private final PublicKey theirs;

    MessageSignature(String privateKey, String publicKey) {
        try {
            var keys = KeyFactory.getInstance("Ed25519");
            ours = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            theirs = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key: gongkao.payment.counterpart", e);
        }
    }

    static String text(String method, String path, String time, String nonce, String body) {
        return method + "\n" + path + "\n" + time + "\n" + nonce + "\n" + body + "\n";
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

    boolean isTheirs(String text, String given) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(theirs);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(given));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return false;
        }
    }
}

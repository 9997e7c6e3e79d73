package org.gongkao.channel.alipay;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** 支付宝密钥。Looked at before the first payer comes, since the provider's program finds a wrong key only when it uses it. */
final class AlipayKeys {

    private static final int SHORTEST_BITS = 2048;

    private AlipayKeys() {}

    /** As the provider's program wants it: the file's armour and line ends taken away. */
    static String bare(String key) {
        return key.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    static Optional<String> wrong(String privateKey, String publicKey) {
        try {
            var ours = privateKey(privateKey);
            if (ours.getModulus().bitLength() < SHORTEST_BITS) {
                return Optional.of("private-key 短于 2048 位。");
            }
            var theirs = publicKey(publicKey);
            if (theirs.isEmpty()) {
                return Optional.of("public-key 不是 RSA 公钥（X.509，Base64）。");
            }
            // The console shows both on one page; with our own, every answer of Alipay would seem forged.
            return theirs.get().getModulus().equals(ours.getModulus())
                    ? Optional.of("public-key 填成了应用公钥，应填支付宝公钥。")
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return Optional.of("private-key 不是 RSA 私钥（PKCS #8，Base64）。");
        }
    }

    private static RSAPrivateKey privateKey(String text) throws GeneralSecurityException {
        return (RSAPrivateKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    private static Optional<RSAPublicKey> publicKey(String text) {
        try {
            return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text))));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}

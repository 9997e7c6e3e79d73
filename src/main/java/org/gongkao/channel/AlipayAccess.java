package org.gongkao.channel;

import java.net.URI;

/**
 * 支付宝接入。Which application pays in to which seller, our private key (PKCS #8) and Alipay's public key (X.509), both RSA
 * in Base64 without armour. A demo brings one with the program that it starts; production configures it.
 */
public record AlipayAccess(String appId, String sellerId, String privateKey, String publicKey, URI endpoint) {

    /** A key does not belong in a log. */
    @Override
    public String toString() {
        return "AlipayAccess[" + appId + ", " + endpoint + "]";
    }
}

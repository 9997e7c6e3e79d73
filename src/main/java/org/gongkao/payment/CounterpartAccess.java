package org.gongkao.payment;

import java.net.URI;

/**
 * 缴费对端接入。Where the payment counterpart is, our own private key (PKCS #8) and its public key (X.509), both Ed25519 in
 * Base64. A demo brings one with the program that it starts; production configures it.
 */
public record CounterpartAccess(URI url, String privateKey, String publicKey) {

    /** A key does not belong in a log. */
    @Override
    public String toString() {
        return url.toString();
    }
}

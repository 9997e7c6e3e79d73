package org.gongkao.payment;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * 缴费对端设置。Where the payment counterpart is, our own private key (PKCS #8) and its public key (X.509), both Ed25519 in
 * Base64. {@code publicAddress} is where the counterpart and the payer's browser reach us; by default this machine.
 */
@ConfigurationProperties("gongkao.payment.counterpart")
record CounterpartSettings(
        @Nullable URI url,
        @Nullable String privateKey,
        @Nullable String publicKey,
        @Nullable URI publicAddress) {}

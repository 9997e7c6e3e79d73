package org.gongkao.payment;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * 缴费对端设置。The counterpart as configured from outside. {@code publicAddress} is where it and the payer's browser reach us.
 */
@ConfigurationProperties("gongkao.payment.counterpart")
record CounterpartSettings(
        @Nullable URI url,
        @Nullable String privateKey,
        @Nullable String publicKey,
        @Nullable URI publicAddress) {

    /** What its messages are checked with; there may be keys and no address, where only messages come in. */
    Optional<MessageSignature> signature() {
        return privateKey == null || publicKey == null
                ? Optional.empty()
                : Optional.of(new MessageSignature(privateKey, publicKey));
    }

    Optional<CounterpartAccess> access() {
        if (url == null) {
            return Optional.empty();
        }
        if (privateKey == null || publicKey == null) {
            throw new IllegalStateException(
                    "gongkao.payment.counterpart.private-key and .public-key are needed with .url");
        }
        return Optional.of(new CounterpartAccess(url, privateKey, publicKey));
    }
}

package org.gongkao.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * 微信支付接入。All that the merchant needs to speak with WeChat Pay: merchant and application, the merchant's own private key with
 * the serial of its certificate, the platform's public key with its id, the key of messages (APIv3). Keys are PEM or plain
 * Base64. {@code endpoint} is there only where somebody else than the real service is meant.
 */
public record WechatAccess(
        String merchant,
        String app,
        String serial,
        String privateKey,
        String apiKey,
        String publicKeyId,
        String publicKey,
        @Nullable URI endpoint) {

    /** A key does not belong in a log. */
    @Override
    public String toString() {
        return "WechatAccess[merchant=" + merchant + ", endpoint=" + endpoint + "]";
    }
}

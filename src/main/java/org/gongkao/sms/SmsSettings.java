package org.gongkao.sms;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * 短信设置。{@code url} is the provider's address for one message, {@code key} the secret it is signed with, {@code sign}
 * the signature (签名) in front of every text; {@code outbox} keeps messages for a page instead of sending them.
 */
@ConfigurationProperties("gongkao.sms")
record SmsSettings(
        @Nullable String url,
        @Nullable String key,
        @Nullable String sign,
        boolean outbox) {

    @Override
    public String toString() {
        return "SmsSettings[masked]";
    }
}

package org.gongkao.person;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * 密钥设置。Each is a list {@code name:base64,name:base64} of 32-byte keys; the first is the one in use, the others only open
 * what they sealed. They come from a file or the environment, never from the database.
 */
@ConfigurationProperties("gongkao.keys")
record KeySettings(@Nullable String encryption, @Nullable String index) {

    @Override
    public String toString() {
        return "KeySettings[masked]";
    }
}

package org.gongkao.person;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 密钥。The keys for sealing and for the look-up index, by name. Without them the program does not start. */
@Component
class Keys {

    /** 密钥串。Keys of one kind by name; {@code current} names the one in use. */
    record Ring(String current, Map<String, SecretKey> byName) {

        SecretKey get(String name) {
            var key = byName.get(name);
            if (key == null) {
                throw new IllegalStateException("缺少名为 " + name + " 的密钥，无法打开用它加密的内容。");
            }
            return key;
        }

        @Override
        public String toString() {
            return "Ring[" + current + "]";
        }
    }

    private final Ring encryption;
    private final Ring index;

    Keys(KeySettings settings) {
        this.encryption = ring("gongkao.keys.encryption", settings.encryption(), "AES");
        this.index = ring("gongkao.keys.index", settings.index(), "HmacSHA256");
    }

    Ring encryption() {
        return encryption;
    }

    Ring index() {
        return index;
    }

    private static Ring ring(String property, @Nullable String text, String algorithm) {
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("缺少设置 " + property + ":请给出“名称：密钥”，密钥为 32 字节的 Base64。");
        }
        var keys = new LinkedHashMap<String, SecretKey>();
        for (var part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            var name = colon < 0 ? "" : part.substring(0, colon).strip();
            var bytes = colon < 0 ? new byte[0] : decode(property, part.substring(colon + 1));
            if (!name.matches("[a-z0-9-]{1,20}") || bytes.length != 32) {
                throw new IllegalStateException("设置 " + property + " 有误：名称用小写字母和数字，密钥为 32 字节的 Base64。");
            }
            keys.put(name, new SecretKeySpec(bytes, algorithm));
        }
        return new Ring(keys.firstEntry().getKey(), Map.copyOf(keys));
    }

    /** A broken key is not repeated in the message. */
    private static byte[] decode(String property, String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("设置 " + property + " 有误：密钥不是 Base64。");
        }
    }
}

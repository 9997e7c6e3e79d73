package org.gongkao.person;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.gongkao.shared.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 密钥。The keys for sealing and for the look-up index, by name. Without them the program does not start. */
@Component
class Keys {

    private static final String REMEDY =
            "请写成“名称:密钥”，几个之间用英文逗号隔开，现用的写在最前：名称为 1 至 20 个小写字母、数字或连字符，密钥为 32 字节的 Base64。写法见 docs/operations/settings.md。";

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
            throw new StartRefused("缺少设置 " + property + "，平台没有启动。", REMEDY);
        }
        var keys = new LinkedHashMap<String, SecretKey>();
        for (var part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            var name = colon < 0 ? "" : part.substring(0, colon).strip();
            var bytes = colon < 0 ? new byte[0] : decode(part.substring(colon + 1));
            if (!name.matches("[a-z0-9-]{1,20}") || bytes.length != 32) {
                throw new StartRefused("设置 " + property + " 有误，平台没有启动。", REMEDY);
            }
            keys.put(name, new SecretKeySpec(bytes, algorithm));
        }
        return new Ring(keys.firstEntry().getKey(), Map.copyOf(keys));
    }

    /** Of no length when it is not Base64: a broken key is not repeated in any message. */
    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}

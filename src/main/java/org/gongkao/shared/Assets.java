package org.gongkao.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.DigestUtils;

/**
 * 页面资源。Addresses of our own style sheet, script and mark that carry the hash of their content, so that browsers keep them
 * for a year and still see the next release at once.
 */
public final class Assets {

    private static final Map<String, String> PATHS = new ConcurrentHashMap<>();

    private Assets() {}

    /** {@code gongkao.css} → {@code /assets/gongkao-3f2a….css}. */
    public static String path(String name) {
        return PATHS.computeIfAbsent(name, Assets::hashed);
    }

    private static String hashed(String name) {
        try (var content = Objects.requireNonNull(Assets.class.getResourceAsStream("/static/assets/" + name), name)) {
            int dot = name.lastIndexOf('.');
            return "/assets/" + name.substring(0, dot) + "-" + DigestUtils.md5DigestAsHex(content)
                    + name.substring(dot);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package org.gongkao.supervision;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 风险提示。A way of deciding that is worth a look; never a verdict. */
enum RiskKind {
    FAST("过快"),
    LENIENT("过宽"),
    NIGHT("夜间集中");

    private final String label;

    RiskKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable RiskKind of(@Nullable String key) {
        for (var kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        return null;
    }
}

package org.gongkao.application.levelone;

import java.util.Locale;
import java.util.Optional;

/** 纸质材料办理。What an office does with a file on paper. */
enum PaperAct {
    RECEIVE("登记收到"),
    FORWARD("转交下一级"),
    TAKE_BACK("收回转交"),
    GIVE_BACK("退还本人");

    private final String label;

    PaperAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** As a form sends it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PaperAct> of(String key) {
        for (var act : values()) {
            if (act.key().equals(key)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}

package org.gongkao.sanction;

import java.util.List;
import java.util.Locale;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;

/** 处理文书。The two letters of a case: the person is told in writing, and is given the decision in writing. */
enum LetterKind {
    NOTICE("拟处理告知书"),
    DECISION("处理决定书");

    private final String label;

    LetterKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LetterKind of(String key, Sanction sanction) {
        return of(sanction).stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** Those that exist by now. */
    static List<LetterKind> of(Sanction sanction) {
        if (!sanction.wasTold()) {
            return List.of();
        }
        return sanction.decision() == null ? List.of(NOTICE) : List.of(NOTICE, DECISION);
    }
}

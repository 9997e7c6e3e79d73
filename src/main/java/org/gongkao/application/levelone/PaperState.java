package org.gongkao.application.levelone;

import java.util.Locale;
import org.gongkao.shared.Sign;

/** 纸质材料状态。Where the one file on paper stands. */
enum PaperState {
    /** Not handed in; no row is kept for it. */
    AWAITED("待交", Sign.REST),
    RECEIVED("已收到", Sign.MET),
    FORWARDED("已转交，待接收", Sign.NOW),
    GIVEN_BACK("已退还本人", Sign.OVER);

    private final String label;
    private final Sign sign;

    PaperState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** As an address has it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

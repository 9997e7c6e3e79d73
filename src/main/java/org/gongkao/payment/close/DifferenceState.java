package org.gongkao.payment.close;

import org.gongkao.shared.Sign;

/** How far a difference has been looked into. */
enum DifferenceState {
    OPEN("待处理", Sign.PROOF),
    /** Somebody says why; the money still differs. */
    EXPLAINED("已说明", Sign.NOW),
    SETTLED("已了结", Sign.OVER);

    private final String label;
    private final Sign sign;

    DifferenceState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }
}

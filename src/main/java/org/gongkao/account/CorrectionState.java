package org.gongkao.account;

import org.gongkao.shared.Sign;

/** 更正状态。 */
enum CorrectionState {
    REQUESTED("等待另一人办理", Sign.NOW),
    DONE("已办理", Sign.MET),
    REFUSED("未同意", Sign.UNMET);

    private final String label;
    private final Sign sign;

    CorrectionState(String label, Sign sign) {
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

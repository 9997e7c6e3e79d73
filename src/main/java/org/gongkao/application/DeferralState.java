package org.gongkao.application;

import org.gongkao.shared.Sign;

/** 承诺状态。Where a promise stands. */
public enum DeferralState {
    OPEN("待补交", Sign.PROOF),
    /** Uploaded in time and not judged yet: the office's silence costs the worker nothing. */
    HANDED_IN("已补交，待审核", Sign.NOW),
    KEPT("已兑现", Sign.MET),
    BROKEN("到期未补", Sign.UNMET),
    /** Before the review, by the worker or by the upload itself. */
    WITHDRAWN("已收回", Sign.NONE);

    private final String label;
    private final Sign sign;

    DeferralState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    public String label() {
        return label;
    }

    public Sign sign() {
        return sign;
    }
}

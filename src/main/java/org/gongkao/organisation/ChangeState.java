package org.gongkao.organisation;

import org.gongkao.shared.Sign;

/** 变更申请状态。Where a unit's request stands. */
enum ChangeState {
    REQUESTED("待审核", Sign.NOW),
    APPROVED("已同意", Sign.MET),
    REFUSED("未同意", Sign.UNMET),
    WITHDRAWN("已撤回", Sign.NONE);

    private final String label;
    private final Sign sign;

    ChangeState(String label, Sign sign) {
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

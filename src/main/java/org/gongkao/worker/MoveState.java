package org.gongkao.worker;

import org.gongkao.shared.Sign;

/** 调动状态。Where a worker's change of unit stands. */
public enum MoveState {
    REQUESTED("待原单位同意", Sign.NOW),
    RELEASED("待工考管理机构确认", Sign.NOW),
    DONE("已调动", Sign.MET),
    REFUSED("未同意", Sign.UNMET),
    WITHDRAWN("已撤回", Sign.NONE);

    private final String label;
    private final Sign sign;

    MoveState(String label, Sign sign) {
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

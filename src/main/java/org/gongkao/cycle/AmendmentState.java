package org.gongkao.cycle;

import org.gongkao.shared.Sign;

/** 补充通知状态。How far an amendment has come. */
enum AmendmentState {
    PROPOSED("等第二人确认", Sign.DUE),
    CONFIRMED("已确认", Sign.MET),
    DECLINED("未通过确认", Sign.UNMET),
    WITHDRAWN("已撤回", Sign.NONE);

    private final String label;
    private final Sign sign;

    AmendmentState(String label, Sign sign) {
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

package org.gongkao.application.filling;

import org.gongkao.shared.Sign;

/** 代填状态。How far a worker's file of the year is, as far as the unit's clerk has to know it to fill in. */
enum AssistanceState {
    NONE("没有申报", Sign.NONE),
    OWN("草稿（本人）", Sign.NONE),
    ASSISTED("代填中", Sign.NOW),
    READY("等本人确认", Sign.REST),
    SUBMITTED("已提交", Sign.MET),
    OVER("已结束", Sign.NONE);

    private final String label;
    private final Sign sign;

    AssistanceState(String label, Sign sign) {
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

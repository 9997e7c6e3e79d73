package org.gongkao.cycle;

import org.gongkao.shared.Sign;

/** 方案状态。How far a year package has come. */
enum CycleState {
    DRAFTED("拟定", Sign.REST),
    PUBLISHED("发布", Sign.NOW),
    ARCHIVED("归档", Sign.OVER);

    private final String label;
    private final Sign sign;

    CycleState(String label, Sign sign) {
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

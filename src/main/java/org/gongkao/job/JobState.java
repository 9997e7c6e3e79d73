package org.gongkao.job;

import org.gongkao.shared.Sign;

/** 任务状态。Where a job stands. */
enum JobState {
    WAITING("排队中", Sign.REST),
    RUNNING("正在办理", Sign.NOW),
    FINISHED("已办完", Sign.MET),
    CANCELLED("已取消", Sign.NONE),
    STOPPED("因故障中止", Sign.UNMET);

    private final String label;
    private final Sign sign;

    JobState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** Still to be moved, by itself or by a person. */
    boolean isOpen() {
        return underWay() || this == STOPPED;
    }

    boolean underWay() {
        return this == WAITING || this == RUNNING;
    }
}

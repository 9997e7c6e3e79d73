package org.gongkao.application.closing;

import org.gongkao.shared.Sign;

/** 汇总上报状态。Where an agency's report of the year stands. */
enum ClosingState {
    OPEN("未上报", Sign.REST),
    CLOSED("已上报，待审核", Sign.NOW),
    ACCEPTED("已接收", Sign.MET),
    /** The report is to be made again; what was decided stays closed. */
    SENT_BACK("退回重报", Sign.UNMET),
    /** The review goes on, for the reason that the agency above gave. */
    REOPENED("已重新打开", Sign.DUE);

    private final String label;
    private final Sign sign;

    ClosingState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** Whether the agency's decisions are closed. A report that is only sent back opens none of them. */
    boolean holds() {
        return this == CLOSED || this == ACCEPTED || this == SENT_BACK;
    }
}

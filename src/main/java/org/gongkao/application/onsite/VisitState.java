package org.gongkao.application.onsite;

import org.gongkao.shared.Sign;

/** 现场审查状态。Where an appointment and its originals stand. */
enum VisitState {
    BOOKED("已预约", Sign.NOW),
    RECEIVED("原件已收，待核对", Sign.PROOF),
    COMPARED("已核对，待退还", Sign.DUE),
    RETURNED("原件已退还", Sign.MET),
    CANCELLED("已取消", Sign.NONE);

    private final String label;
    private final Sign sign;

    VisitState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** The agency has originals in its hands. */
    boolean holdsOriginals() {
        return this == RECEIVED || this == COMPARED;
    }

    /** Still going on, so that the file can have no other. */
    boolean isRunning() {
        return this == BOOKED || holdsOriginals();
    }
}

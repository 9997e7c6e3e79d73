package org.gongkao.sanction;

import org.gongkao.shared.Sign;

/** 违规处理状态。How far a case has come. Whether a bar still runs is no state: it follows from the time alone. */
enum SanctionState {
    FOUND("已立案，待告知", Sign.NOW),
    HEARING("陈述申辩", Sign.NOW),
    SANCTION_PROPOSED("拟处理，待审定", Sign.DUE),
    NO_ACTION_PROPOSED("拟不予处理，待审定", Sign.DUE),
    IMPOSED("处理已生效", Sign.UNMET),
    CORRECTION_PROPOSED("拟更正，待审定", Sign.DUE),
    REVOCATION_PROPOSED("拟撤销，待审定", Sign.DUE),
    DROPPED("不予处理", Sign.OVER),
    REVOKED("处理已撤销", Sign.NONE);

    private final String label;
    private final Sign sign;

    SanctionState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** A decision once made holds until another decision has taken its place: what is only proposed lifts nothing. */
    boolean holds() {
        return this == IMPOSED || this == CORRECTION_PROPOSED || this == REVOCATION_PROPOSED;
    }

    /** Waits for the second person. */
    boolean isProposal() {
        return this == SANCTION_PROPOSED
                || this == NO_ACTION_PROPOSED
                || this == CORRECTION_PROPOSED
                || this == REVOCATION_PROPOSED;
    }
}

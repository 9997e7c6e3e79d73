package org.gongkao.application;

/** 承诺状态。Where a promise stands. */
public enum DeferralState {
    OPEN("待补交"),
    /** Uploaded in time and not judged yet: the office's silence costs the worker nothing. */
    HANDED_IN("已补交，待审核"),
    KEPT("已兑现"),
    BROKEN("到期未补"),
    /** Before the review, by the worker or by the upload itself. */
    WITHDRAWN("已收回");

    private final String label;

    DeferralState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

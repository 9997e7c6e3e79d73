package org.gongkao.application;

/** 办理时限。Within which time a move is open for one file: the year's windows, seen from where the file stands. */
public enum When {
    REGISTRATION("注册报名期间"),
    REGISTRATION_OVER("注册报名截止后"),
    /** From the start of registration to the end of correction, or to the file's own date. */
    CORRECTION("补正期间"),
    CORRECTION_OVER("补正截止后"),
    /** Units and departments: until their bell or the date given to them; an agency stays answerable without end. */
    TIER_REVIEW("本级审核期间"),
    /** The tier's review while the worker still has time to correct: nobody returns a file that cannot come back. */
    TIER_RETURN("本级审核且补正期间"),
    TIER_OVERDUE("单位逾期未审"),
    PAYMENT("缴费期间"),
    PAYMENT_OVER("缴费截止后"),
    OBJECTION("申诉期间"),
    OBJECTION_OVER("申诉期满或已申诉过"),
    ANY_TIME("不限");

    private final String label;

    When(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

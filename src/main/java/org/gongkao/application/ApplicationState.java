package org.gongkao.application;

import org.gongkao.shared.Sign;

/** 申报状态。Where an application stands; the worker sees the fewer words of {@link #forWorker}. */
public enum ApplicationState {
    DRAFT("填写中", "填写申报", Sign.NOW, false),
    IN_REVIEW("审核中", "资格审查", Sign.NOW, false),
    RETURNED("退回修改", "退回修改", Sign.UNMET, false),
    PAYMENT_DUE("待缴费", "网上缴费", Sign.DUE, false),
    PAID("已缴费", "报名成功", Sign.MET, true),
    REJECTED("审核不通过", "审核不通过", Sign.UNMET, false),
    OBJECTED("申诉中", "申诉处理中", Sign.NOW, false),
    REJECTED_FINALLY("审核不通过（已终结）", "审核不通过", Sign.UNMET, true),
    WITHDRAWN("已撤销", "已撤销", Sign.NONE, true),
    LAPSED("逾期失效", "逾期失效", Sign.NONE, true),
    /** By a decision on false papers; a fee that was paid stays held. A revocation gives the file back. */
    CANCELLED("已取消", "已取消", Sign.UNMET, true),
    /** A promised material was not there in time; a fee that was paid stays held for the rule of refunds. */
    FORFEITED("容缺未补", "容缺未补，不能参加考核", Sign.UNMET, true);

    private final String label;
    private final String forWorker;
    private final Sign sign;
    private final boolean settled;

    ApplicationState(String label, String forWorker, Sign sign, boolean settled) {
        this.label = label;
        this.forWorker = forWorker;
        this.sign = sign;
        this.settled = settled;
    }

    public String label() {
        return label;
    }

    public String forWorker() {
        return forWorker;
    }

    public Sign sign() {
        return sign;
    }

    /** All tiers let it pass, and nothing has ended it since. */
    public boolean isApproved() {
        return this == PAYMENT_DUE || this == PAID;
    }

    /**
     * At an end: nobody waits and no bell moves it further. Only a payment that turns out to have been in time still counts,
     * a decision on false papers or a broken promise takes back what was paid for, a revoked decision gives it back, and the
     * agency above may have it looked at once more.
     */
    public boolean isSettled() {
        return settled;
    }
}

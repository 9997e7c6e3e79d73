package org.gongkao.payment;

/**
 * 退费情形。Why money goes back. Either a movement of money that belongs to no charge goes back in full, or parts of a fee
 * that was rightly paid do, as the year's rules say.
 */
public enum RefundGround {
    DOUBLE("重复缴费", true),
    LATE("逾期后到账", true),
    UNEXPECTED("缴费单了结后到账", true),
    /** Another amount, another payer, or no order of ours: people look at it first. */
    MISPAID("误缴", true),
    SANCTION("缴费后因处理决定取消资格", false),
    BROKEN_PROMISE("容缺承诺未兑现", false),
    OWN_WISH("个人申请", false),
    ORGANISER("考核取消", false);

    private final String label;
    private final boolean unclear;

    RefundGround(String label, boolean unclear) {
        this.label = label;
        this.unclear = unclear;
    }

    public String label() {
        return label;
    }

    /** Money that stands as unclear in the book, and not a charge's own. */
    public boolean isOfUnclearMoney() {
        return unclear;
    }

    /** What a payer may ask for; the rest is found, or follows from an act on the file. */
    public boolean isAskedByPayer() {
        return this == OWN_WISH || this == ORGANISER;
    }

    /** What follows from the end of the matter that was paid for. */
    public boolean isClaimed() {
        return this == SANCTION || this == BROKEN_PROMISE;
    }
}

package org.gongkao.ledger;

/** 记账事项。Why an entry stands in the book. */
public enum EntryKind {
    RECEIPT("缴费到账"),
    UNCLEAR("待查入账"),
    /** The channel corrected its own word: what had been booked as unclear is taken back. */
    CORRECTED("渠道更正"),
    REFUND_APPROVED("同意退款"),
    REFUND_PAID("退款完成"),
    /** An approved refund that the channel refused for good: owed again where it was. */
    REFUND_FAILED("退款未成"),
    REMITTED("上缴财政"),
    /** What the treasury was wrongly said to have got. */
    REMITTANCE_REVERSED("冲正上缴");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

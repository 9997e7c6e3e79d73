package org.gongkao.ledger;

/** 会计科目。The accounts of the book. Debit is positive, credit negative. */
public enum LedgerAccount {
    /** What a channel holds for us. */
    CHANNEL("渠道待结算款"),
    /** Fees taken, owed to the treasury (收支两条线). */
    INCOME("应缴财政款"),
    /** Textbook money taken, owed to the publisher's side. */
    TEXTBOOK("代收教材款"),
    /** Money that fits no charge; finance finds out whose it is. */
    UNCLEAR("待查款项"),
    /** Promised back and not yet gone. */
    REFUND_DUE("应退款项"),
    /** Remitted to the treasury's account. */
    FISCAL("已缴财政专户");

    private final String label;

    LedgerAccount(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

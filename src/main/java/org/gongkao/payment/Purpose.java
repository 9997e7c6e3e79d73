package org.gongkao.payment;

import org.gongkao.ledger.LedgerAccount;

/** 缴费事由。What a charge is for. */
public enum Purpose {
    GRADING("等级考核费", LedgerAccount.INCOME),
    /** The second fee of level one: only on a claim that the panel stage writes, see V010. No page offers it. */
    PANEL("评审费", LedgerAccount.INCOME),
    /** 教材费用由各单位统一汇总后上缴: the unit pays. */
    TEXTBOOK("教材费", LedgerAccount.TEXTBOOK);

    private final String label;
    private final LedgerAccount account;

    Purpose(String label, LedgerAccount account) {
        this.label = label;
        this.account = account;
    }

    public String label() {
        return label;
    }

    /** Where the book counts what came. */
    public LedgerAccount account() {
        return account;
    }
}

package org.gongkao.payment.transfer;

import org.gongkao.shared.Sign;

/** 流水行状态。Whose money a line of a bank statement was found to be. */
enum LineState {
    /** By the code in its purpose. */
    MATCHED("已对上", Sign.MET),
    /** No code, an unknown one, or more than one: finance finds out. */
    UNMATCHED("待认领", Sign.DUE),
    /** One officer has said whose it is; another has to confirm. */
    PROPOSED("待复核", Sign.PROOF),
    ASSIGNED("已认领", Sign.MET),
    /** Nobody's: it stands in the list of discrepancies, from where money goes back. */
    UNCLEAR("已转缴费差异", Sign.PROOF),
    /** Money out that a refund asked for. */
    REFUNDED("退款已转出", Sign.MET),
    /** Money out that is none of our refunds. */
    OUTGOING("其他支出", Sign.NONE);

    private final String label;
    private final Sign sign;

    LineState(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }
}

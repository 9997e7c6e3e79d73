package org.gongkao.payment.refund;

import static org.gongkao.payment.refund.RefundAct.*;
import static org.gongkao.payment.refund.RefundMoves.By.CHANNEL;
import static org.gongkao.payment.refund.RefundMoves.By.FINANCE;
import static org.gongkao.payment.refund.RefundMoves.By.PAYER;
import static org.gongkao.payment.refund.RefundMoves.By.RULE;
import static org.gongkao.payment.refund.RefundMoves.By.SECOND;
import static org.gongkao.payment.refund.RefundState.*;

import java.util.List;
import java.util.Optional;

/**
 * 退费流转规则。Every legal move of a refund after it was asked for, and the only place that says so. Only the channel's word
 * makes it done or failed; nobody decides on what they proposed.
 */
final class RefundMoves {

    /** 退费流转方。Who moves a refund. */
    enum By {
        /** Who asked for it and paid the charge. */
        PAYER("缴费人"),
        FINANCE("财务人员"),
        SECOND("拟定人以外的财务人员"),
        /** The year's rules, or the matter that was paid for. */
        RULE("退费规定"),
        CHANNEL("缴费渠道");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(RefundState from, RefundAct act, By by, RefundState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(REQUESTED, WITHDRAW,   PAYER,   WITHDRAWN),
        new Move(REQUESTED, DROP,       RULE,    WITHDRAWN),
        new Move(REQUESTED, PROPOSE,    FINANCE, PROPOSED),
        new Move(REQUESTED, REJECT,     FINANCE, REJECTED),
        new Move(REQUESTED, ORDER,      RULE,    SENT),       // what the rule gives back by itself

        new Move(PROPOSED,  WITHDRAW,   PAYER,   WITHDRAWN),
        new Move(PROPOSED,  DROP,       RULE,    WITHDRAWN),
        new Move(PROPOSED,  APPROVE,    SECOND,  SENT),
        new Move(PROPOSED,  SEND_BACK,  SECOND,  REQUESTED),

        new Move(SENT,      COMPLETE,   CHANNEL, DONE),
        new Move(SENT,      FAIL,       CHANNEL, FAILED),
        new Move(SENT,      DIFFER,     CHANNEL, DISPUTED),

        new Move(DISPUTED,  COMPLETE,   CHANNEL, DONE),       // asked again, it says what was asked for
        new Move(DISPUTED,  FAIL,       CHANNEL, FAILED),

        new Move(FAILED,    COMPLETE,   CHANNEL, DONE),       // the word that it had gone was the slower one
        new Move(FAILED,    SEND_AGAIN, FINANCE, SENT),       // the same number, the same text
        new Move(FAILED,    GIVE_UP,    FINANCE, REJECTED));
    // spotless:on

    private RefundMoves() {}

    static Optional<Move> find(RefundState from, RefundAct act) {
        return ALL.stream().filter(move -> move.from == from && move.act == act).findFirst();
    }
}

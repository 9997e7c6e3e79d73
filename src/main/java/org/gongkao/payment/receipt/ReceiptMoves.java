package org.gongkao.payment.receipt;

import static org.gongkao.payment.receipt.ReceiptAct.ASK;
import static org.gongkao.payment.receipt.ReceiptAct.ASK_RED;
import static org.gongkao.payment.receipt.ReceiptAct.CONFIRM;
import static org.gongkao.payment.receipt.ReceiptAct.DECLINE;
import static org.gongkao.payment.receipt.ReceiptAct.DIFFER;
import static org.gongkao.payment.receipt.ReceiptAct.DROP;
import static org.gongkao.payment.receipt.ReceiptAct.ISSUE;
import static org.gongkao.payment.receipt.ReceiptAct.PROPOSE;
import static org.gongkao.payment.receipt.ReceiptAct.RED;
import static org.gongkao.payment.receipt.ReceiptAct.REFUSE;
import static org.gongkao.payment.receipt.ReceiptAct.REFUSE_RED;
import static org.gongkao.payment.receipt.ReceiptAct.RETRY;
import static org.gongkao.payment.receipt.ReceiptAct.RETRY_RED;
import static org.gongkao.payment.receipt.ReceiptMoves.By.FINANCE;
import static org.gongkao.payment.receipt.ReceiptMoves.By.ISSUER;
import static org.gongkao.payment.receipt.ReceiptMoves.By.QUEUE;
import static org.gongkao.payment.receipt.ReceiptMoves.By.REFUND;
import static org.gongkao.payment.receipt.ReceiptMoves.Need.NOTHING;
import static org.gongkao.payment.receipt.ReceiptMoves.Need.NOT_PROPOSED;
import static org.gongkao.payment.receipt.ReceiptMoves.Need.PROPOSED;
import static org.gongkao.payment.receipt.ReceiptMoves.Need.PROPOSED_BY_ANOTHER;
import static org.gongkao.payment.receipt.ReceiptState.ASKED;
import static org.gongkao.payment.receipt.ReceiptState.DROPPED;
import static org.gongkao.payment.receipt.ReceiptState.ISSUED;
import static org.gongkao.payment.receipt.ReceiptState.QUEUED;
import static org.gongkao.payment.receipt.ReceiptState.RED_ASKED;
import static org.gongkao.payment.receipt.ReceiptState.RED_MARKED;
import static org.gongkao.payment.receipt.ReceiptState.RED_REFUSED;
import static org.gongkao.payment.receipt.ReceiptState.REFUSED;

import java.util.List;
import java.util.Optional;

/**
 * 票据流转规则。Every legal move of a receipt, and the only place that says so. An answer that is not listed changes nothing: a
 * second receipt is told to finance. A receipt that is issued anew is a new one that names the old one.
 */
final class ReceiptMoves {

    /** 票据流转方。Who moves a receipt. */
    enum By {
        QUEUE("开票队列"),
        ISSUER("开票系统"),
        REFUND("退费"),
        FINANCE("财务人员");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** 票据办理条件。What has to be so before a move; each has its refusal. */
    enum Need {
        NOTHING("无", ReceiptRefusal.NOT_NOW),
        NOT_PROPOSED("没有待复核的更正", ReceiptRefusal.PROPOSED_ALREADY),
        PROPOSED("有待复核的更正", ReceiptRefusal.NOT_NOW),
        PROPOSED_BY_ANOTHER("更正由另一人提出", ReceiptRefusal.SAME_PERSON);

        private final String label;
        private final ReceiptRefusal otherwise;

        Need(String label, ReceiptRefusal otherwise) {
            this.label = label;
            this.otherwise = otherwise;
        }

        String label() {
            return label;
        }

        ReceiptRefusal otherwise() {
            return otherwise;
        }
    }

    record Move(ReceiptState from, ReceiptAct act, By by, Need needs, ReceiptState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(QUEUED,      ASK,        QUEUE,   NOTHING,             ASKED),       // written before the issuer hears of it
        new Move(QUEUED,      DROP,       REFUND,  NOTHING,             DROPPED),
        new Move(ASKED,       ISSUE,      ISSUER,  NOTHING,             ISSUED),      // a refund that came meanwhile has it red-marked at once
        new Move(ASKED,       REFUSE,     ISSUER,  NOTHING,             REFUSED),
        new Move(ASKED,       DIFFER,     ISSUER,  NOTHING,             REFUSED),
        new Move(REFUSED,     ISSUE,      ISSUER,  NOTHING,             ISSUED),      // asked once more before it is requested anew: it was issued after all
        new Move(REFUSED,     RETRY,      FINANCE, NOTHING,             QUEUED),      // under the next request number
        new Move(REFUSED,     DROP,       REFUND,  NOTHING,             DROPPED),
        new Move(ISSUED,      PROPOSE,    FINANCE, NOT_PROPOSED,        ISSUED),
        new Move(ISSUED,      DECLINE,    FINANCE, PROPOSED,            ISSUED),
        new Move(ISSUED,      CONFIRM,    FINANCE, PROPOSED_BY_ANOTHER, RED_ASKED),
        new Move(ISSUED,      ASK_RED,    REFUND,  NOTHING,             RED_ASKED),
        new Move(RED_ASKED,   RED,        ISSUER,  NOTHING,             RED_MARKED),  // what is left of the money is issued anew
        new Move(RED_ASKED,   REFUSE_RED, ISSUER,  NOTHING,             RED_REFUSED),
        new Move(RED_REFUSED, RED,        ISSUER,  NOTHING,             RED_MARKED),  // likewise red-marked after all
        new Move(RED_REFUSED, RETRY_RED,  FINANCE, NOTHING,             RED_ASKED));
    // spotless:on

    private ReceiptMoves() {}

    static Optional<Move> find(ReceiptState from, ReceiptAct act) {
        return ALL.stream().filter(move -> move.from == from && move.act == act).findFirst();
    }

    static boolean allows(ReceiptState from, ReceiptAct act) {
        return find(from, act).isPresent();
    }
}

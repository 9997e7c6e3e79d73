package org.gongkao.payment;

import static org.gongkao.payment.ChargeAct.ASK;
import static org.gongkao.payment.ChargeAct.AWAIT;
import static org.gongkao.payment.ChargeAct.CANCEL;
import static org.gongkao.payment.ChargeAct.CHANGE;
import static org.gongkao.payment.ChargeAct.COME_LATE;
import static org.gongkao.payment.ChargeAct.DIFFER;
import static org.gongkao.payment.ChargeAct.FAIL;
import static org.gongkao.payment.ChargeAct.LAPSE;
import static org.gongkao.payment.ChargeAct.PAY;
import static org.gongkao.payment.ChargeAct.POSTPONE;
import static org.gongkao.payment.ChargeAct.RELEASE;
import static org.gongkao.payment.ChargeAct.REOPEN;
import static org.gongkao.payment.ChargeAct.SEND;
import static org.gongkao.payment.ChargeMoves.By.CHANNEL;
import static org.gongkao.payment.ChargeMoves.By.FILE;
import static org.gongkao.payment.ChargeMoves.By.FINANCE;
import static org.gongkao.payment.ChargeMoves.By.PAYER;
import static org.gongkao.payment.ChargeState.CANCELLED;
import static org.gongkao.payment.ChargeState.DISPUTED;
import static org.gongkao.payment.ChargeState.LAPSED;
import static org.gongkao.payment.ChargeState.OPEN;
import static org.gongkao.payment.ChargeState.PREPARED;
import static org.gongkao.payment.ChargeState.SETTLED;
import static org.gongkao.payment.ChargeState.UNKNOWN;

import java.util.List;
import java.util.Optional;

/**
 * 缴费流转规则。Every legal move of a charge, and the only place that says so. What is not listed changes nothing: a person is
 * refused, a message of the channel is noted and is without effect.
 */
final class ChargeMoves {

    /** 流转方。Who moves a charge. */
    enum By {
        PAYER("缴费人"),
        CHANNEL("缴费渠道"),
        /** The matter that the charge is for: its bell, its withdrawal, its new deadline. */
        FILE("缴费事由"),
        FINANCE("财务人员");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(ChargeState from, ChargeAct act, By by, ChargeState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(OPEN,     SEND,      PAYER,   UNKNOWN),   // written before the channel hears of it
        new Move(OPEN,     AWAIT,     CHANNEL, PREPARED),  // the answer was slower than our question
        new Move(OPEN,     PAY,       CHANNEL, SETTLED),   // likewise
        new Move(OPEN,     DIFFER,    CHANNEL, DISPUTED),
        new Move(OPEN,     COME_LATE, CHANNEL, LAPSED),    // the money stands in the list of discrepancies
        new Move(OPEN,     LAPSE,     FILE,    LAPSED),
        new Move(OPEN,     CANCEL,    FILE,    CANCELLED),
        new Move(OPEN,     POSTPONE,  FILE,    OPEN),

        new Move(UNKNOWN,  AWAIT,     CHANNEL, PREPARED),
        new Move(UNKNOWN,  PAY,       CHANNEL, SETTLED),
        new Move(UNKNOWN,  DIFFER,    CHANNEL, DISPUTED),
        new Move(UNKNOWN,  COME_LATE, CHANNEL, LAPSED),
        new Move(UNKNOWN,  FAIL,      CHANNEL, OPEN),
        new Move(UNKNOWN,  ASK,       FILE,    UNKNOWN),   // held until the channel has answered
        new Move(UNKNOWN,  POSTPONE,  FILE,    UNKNOWN),

        new Move(PREPARED, SEND,      PAYER,   UNKNOWN),   // once more to the same order
        new Move(PREPARED, CHANGE,    PAYER,   UNKNOWN),   // the order that waits is closed before another one is made
        new Move(PREPARED, AWAIT,     CHANNEL, PREPARED),
        new Move(PREPARED, PAY,       CHANNEL, SETTLED),
        new Move(PREPARED, DIFFER,    CHANNEL, DISPUTED),
        new Move(PREPARED, COME_LATE, CHANNEL, LAPSED),
        new Move(PREPARED, FAIL,      CHANNEL, OPEN),
        new Move(PREPARED, ASK,       FILE,    UNKNOWN),
        new Move(PREPARED, POSTPONE,  FILE,    PREPARED),

        new Move(DISPUTED, PAY,       CHANNEL, SETTLED),   // the right money came as well
        new Move(DISPUTED, POSTPONE,  FILE,    DISPUTED),
        new Move(DISPUTED, RELEASE,   FINANCE, OPEN),

        new Move(CANCELLED, REOPEN,   FILE,    OPEN),      // a decision had taken the matter away, and is revoked

        new Move(LAPSED,   REOPEN,    FILE,    OPEN),      // an amendment gave the matter time again
        new Move(LAPSED,   PAY,       CHANNEL, SETTLED));  // paid before the bell, whenever the message comes
    // spotless:on

    private ChargeMoves() {}

    static Optional<Move> find(ChargeState from, ChargeAct act) {
        return ALL.stream().filter(move -> move.from == from && move.act == act).findFirst();
    }

    static boolean allows(ChargeState from, ChargeAct act) {
        return find(from, act).isPresent();
    }
}

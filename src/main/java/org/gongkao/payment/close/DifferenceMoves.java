package org.gongkao.payment.close;

import static org.gongkao.payment.close.DifferenceAct.ASSIGN;
import static org.gongkao.payment.close.DifferenceAct.EXPLAIN;
import static org.gongkao.payment.close.DifferenceAct.HEAL;
import static org.gongkao.payment.close.DifferenceAct.RECUR;
import static org.gongkao.payment.close.DifferenceAct.SETTLE;
import static org.gongkao.payment.close.DifferenceMoves.By.BOOKS;
import static org.gongkao.payment.close.DifferenceMoves.By.FINANCE;
import static org.gongkao.payment.close.DifferenceState.EXPLAINED;
import static org.gongkao.payment.close.DifferenceState.OPEN;
import static org.gongkao.payment.close.DifferenceState.SETTLED;

import java.util.List;
import java.util.Optional;

/** Every legal move of a difference, and the only place that says so. */
final class DifferenceMoves {

    /** Who moves it. */
    enum By {
        FINANCE("财务人员"),
        /** What statements, imports and the book say when they are held against each other again. */
        BOOKS("对账");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(DifferenceState from, DifferenceAct act, By by, DifferenceState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(OPEN,      ASSIGN,  FINANCE, OPEN),
        new Move(OPEN,      EXPLAIN, FINANCE, EXPLAINED),
        new Move(OPEN,      SETTLE,  FINANCE, SETTLED),
        new Move(OPEN,      HEAL,    BOOKS,   SETTLED),
        new Move(EXPLAINED, ASSIGN,  FINANCE, EXPLAINED),
        new Move(EXPLAINED, EXPLAIN, FINANCE, EXPLAINED),
        new Move(EXPLAINED, SETTLE,  FINANCE, SETTLED),
        new Move(EXPLAINED, HEAL,    BOOKS,   SETTLED),
        new Move(SETTLED,   RECUR,   BOOKS,   OPEN));
    // spotless:on

    private DifferenceMoves() {}

    static Optional<DifferenceState> after(DifferenceState from, DifferenceAct act) {
        return ALL.stream()
                .filter(move -> move.from == from && move.act == act)
                .map(Move::to)
                .findFirst();
    }
}

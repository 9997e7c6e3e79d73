package org.gongkao.payment.transfer;

import java.util.List;
import java.util.Optional;

/** 认领流转规则。Every legal move of a line once it was taken, and the only place that says so. */
final class LineMoves {

    /** 复核人。Whether the act is anybody's of finance, or only another's than who proposed. */
    enum By {
        ANYBODY("财务人员"),
        ANOTHER("另一名财务人员");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(LineState from, LineAct act, By by, LineState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(LineState.UNMATCHED, LineAct.PROPOSE, By.ANYBODY, LineState.PROPOSED),
        new Move(LineState.UNMATCHED, LineAct.SET_ASIDE, By.ANYBODY, LineState.UNCLEAR), // what becomes of it takes two people there
        new Move(LineState.PROPOSED,  LineAct.CONFIRM, By.ANOTHER, LineState.ASSIGNED),   // the money is settled or doubted in the same transaction
        new Move(LineState.PROPOSED,  LineAct.REJECT,  By.ANYBODY, LineState.UNMATCHED)); // also taken back by who proposed
    // spotless:on

    private LineMoves() {}

    static Optional<Move> find(LineState from, LineAct act) {
        return ALL.stream().filter(move -> move.from == from && move.act == act).findFirst();
    }
}

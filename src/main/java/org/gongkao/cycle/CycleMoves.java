package org.gongkao.cycle;

import static org.gongkao.cycle.CycleAct.AMEND;
import static org.gongkao.cycle.CycleAct.ARCHIVE;
import static org.gongkao.cycle.CycleAct.PUBLISH;
import static org.gongkao.cycle.CycleAct.REVISE;
import static org.gongkao.cycle.CycleMoves.Need.FAULTLESS;
import static org.gongkao.cycle.CycleMoves.Need.NOTHING;
import static org.gongkao.cycle.CycleMoves.Need.YEAR_OVER;
import static org.gongkao.cycle.CycleState.ARCHIVED;
import static org.gongkao.cycle.CycleState.DRAFTED;
import static org.gongkao.cycle.CycleState.PUBLISHED;

import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Refusal;

/** 方案流转规则。Every legal move of a year package; there is no way back. */
final class CycleMoves {

    /** 办理前提。What must hold before a move. */
    enum Need {
        NOTHING(""),
        FAULTLESS("方案没有任何问题"),
        YEAR_OVER("各阶段全部结束");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(CycleState from, CycleAct act, Need needs, CycleState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(DRAFTED,   REVISE,  NOTHING,   DRAFTED),
        new Move(DRAFTED,   PUBLISH, FAULTLESS, PUBLISHED),
        new Move(PUBLISHED, AMEND,   NOTHING,   PUBLISHED),  // a second person confirms: AmendmentMoves
        new Move(PUBLISHED, ARCHIVE, YEAR_OVER, ARCHIVED));
    // spotless:on

    private CycleMoves() {}

    static Optional<Move> find(CycleState from, CycleAct act) {
        return ALL.stream().filter(move -> move.from == from && move.act == act).findFirst();
    }

    static Move of(CycleState from, CycleAct act) {
        return find(from, act)
                .orElseThrow(() -> new Refusal(CycleRefusal.NOT_IN_THIS_STATE, from.label(), act.label()));
    }
}

package org.gongkao.cycle;

import static org.gongkao.cycle.AmendmentMoves.Act.CONFIRM;
import static org.gongkao.cycle.AmendmentMoves.Act.DECLINE;
import static org.gongkao.cycle.AmendmentMoves.Act.WITHDRAW;
import static org.gongkao.cycle.AmendmentMoves.By.ANOTHER;
import static org.gongkao.cycle.AmendmentMoves.By.PROPOSER;
import static org.gongkao.cycle.AmendmentState.CONFIRMED;
import static org.gongkao.cycle.AmendmentState.DECLINED;
import static org.gongkao.cycle.AmendmentState.PROPOSED;
import static org.gongkao.cycle.AmendmentState.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/** 补充通知流转规则。Two people: who proposed it can only take it back, who confirms it is another. */
final class AmendmentMoves {

    /** 补充通知办理。What is done to an amendment. */
    enum Act {
        PROPOSE("拟补充通知"),
        CONFIRM("确认并生效"),
        DECLINE("不予确认"),
        WITHDRAW("撤回");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** 办理人身份。Whether it is the person who proposed it. */
    enum By {
        PROPOSER("拟定人本人"),
        ANOTHER("另一名管理员");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(AmendmentState from, Act act, By by, AmendmentState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(PROPOSED, CONFIRM,  ANOTHER,  CONFIRMED),
        new Move(PROPOSED, DECLINE,  ANOTHER,  DECLINED),
        new Move(PROPOSED, WITHDRAW, PROPOSER, WITHDRAWN));
    // spotless:on

    private AmendmentMoves() {}

    static Optional<Move> find(AmendmentState from, Act act, By by) {
        return ALL.stream()
                .filter(move -> move.from == from && move.act == act && move.by == by)
                .findFirst();
    }

    /** The buttons a page shows: the same table that guards the request. */
    static List<Act> offered(AmendmentState from, By by) {
        return ALL.stream()
                .filter(move -> move.from == from && move.by == by)
                .map(Move::act)
                .toList();
    }
}

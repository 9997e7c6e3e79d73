package org.gongkao.worker;

import static org.gongkao.worker.MoveAct.CONFIRM;
import static org.gongkao.worker.MoveAct.REFUSE;
import static org.gongkao.worker.MoveAct.RELEASE;
import static org.gongkao.worker.MoveAct.REQUEST;
import static org.gongkao.worker.MoveAct.WITHDRAW;
import static org.gongkao.worker.MoveState.DONE;
import static org.gongkao.worker.MoveState.REFUSED;
import static org.gongkao.worker.MoveState.RELEASED;
import static org.gongkao.worker.MoveState.REQUESTED;
import static org.gongkao.worker.MoveState.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 调动流转规则。Every legal move of a worker from unit to unit, and the only place that says so. Three consents; nobody
 * gives two of them.
 */
final class UnitMoveRules {

    /** 办理方。 */
    enum By {
        NEW_UNIT("新单位"),
        FORMER_UNIT("原单位"),
        AGENCY("原单位的工考管理机构");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** 需要什么。 */
    enum Need {
        REASON("理由"),
        FORMER_UNIT_GONE("原单位已撤销，说明理由"),
        ROUTE_ANSWERED("答复在办申报的审核路线"),
        NOTHING("—");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean isReason() {
            return this == REASON || this == FORMER_UNIT_GONE;
        }
    }

    record Move(@Nullable MoveState from, MoveAct act, By by, Need needs, MoveState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(null,      REQUEST,  By.NEW_UNIT,    Need.REASON,           REQUESTED),
        new Move(REQUESTED, RELEASE,  By.FORMER_UNIT, Need.NOTHING,          RELEASED),
        new Move(REQUESTED, RELEASE,  By.AGENCY,      Need.FORMER_UNIT_GONE, RELEASED),
        new Move(REQUESTED, REFUSE,   By.FORMER_UNIT, Need.REASON,           REFUSED),
        new Move(RELEASED,  CONFIRM,  By.AGENCY,      Need.ROUTE_ANSWERED,   DONE),
        new Move(RELEASED,  REFUSE,   By.AGENCY,      Need.REASON,           REFUSED),
        new Move(REQUESTED, WITHDRAW, By.NEW_UNIT,    Need.NOTHING,          WITHDRAWN),
        new Move(RELEASED,  WITHDRAW, By.NEW_UNIT,    Need.NOTHING,          WITHDRAWN));
    // spotless:on

    private UnitMoveRules() {}

    static Optional<Move> find(@Nullable MoveState from, MoveAct act, By by) {
        return ALL.stream()
                .filter(move -> move.from == from && move.act == act && move.by == by)
                .findFirst();
    }

    /** The row that allows it, or the refusal that says why there is none. */
    static Move check(@Nullable MoveState from, MoveAct act, By by, boolean formerUnitGone) {
        var move = find(from, act, by).orElseThrow(() -> new Refusal(CommonRefusal.CHANGED_MEANWHILE));
        if (move.needs == Need.FORMER_UNIT_GONE && !formerUnitGone) {
            throw new Refusal(WorkerRefusal.FORMER_UNIT_DECIDES);
        }
        return move;
    }

    /** The buttons of a move's page. */
    static List<Move> offered(MoveState from, By by, boolean formerUnitGone) {
        return ALL.stream()
                .filter(move -> move.from == from && move.by == by)
                .filter(move -> move.needs != Need.FORMER_UNIT_GONE || formerUnitGone)
                .toList();
    }
}

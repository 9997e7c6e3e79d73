package org.gongkao.organisation;

import static org.gongkao.organisation.ChangeAct.APPROVE;
import static org.gongkao.organisation.ChangeAct.REFUSE;
import static org.gongkao.organisation.ChangeAct.WITHDRAW;
import static org.gongkao.organisation.ChangeState.APPROVED;
import static org.gongkao.organisation.ChangeState.REFUSED;
import static org.gongkao.organisation.ChangeState.REQUESTED;
import static org.gongkao.organisation.ChangeState.WITHDRAWN;
import static org.gongkao.organisation.UnitTime.ANY_TIME;
import static org.gongkao.organisation.UnitTime.BEFORE_REGISTRATION;
import static org.gongkao.organisation.UnitTime.NAMES_WINDOW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 单位变更流转规则。Every legal move of a 市直 or 省直 unit's request (考务通知 四（一）: 持单位介绍信将相关变更信息报送), and the only place that
 * says so. What was not decided before registration opens can still be refused or withdrawn, so nothing hangs.
 */
final class UnitChangeMoves {

    /** Who moves it. */
    enum By {
        /** The unit's clerk, or an officer of its agency who holds the unit's letter. */
        REQUESTER("申请人（单位经办人，或持介绍信代为登记的工考管理机构人员）"),
        /** An officer of the agency other than the one who entered the request. */
        ANOTHER_OFFICER("工考管理机构的另一人");

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
        LETTER("单位介绍信"),
        REASON("理由"),
        NOTHING("—");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(@Nullable ChangeState from, ChangeAct act, By by, UnitTime within, Need needs, ChangeState to) {}

    // spotless:off
    static final Move REQUEST =
        new Move(null,      ChangeAct.REQUEST, By.REQUESTER, NAMES_WINDOW,    Need.LETTER,  REQUESTED);

    static final List<Move> ALL = List.of(
        REQUEST,
        new Move(REQUESTED, APPROVE,  By.ANOTHER_OFFICER, BEFORE_REGISTRATION, Need.NOTHING, APPROVED),
        new Move(REQUESTED, REFUSE,   By.ANOTHER_OFFICER, ANY_TIME,            Need.REASON,  REFUSED),
        new Move(REQUESTED, WITHDRAW, By.REQUESTER,       ANY_TIME,            Need.NOTHING, WITHDRAWN));
    // spotless:on

    private UnitChangeMoves() {}

    /** The row that allows it now, or the refusal that says why there is none. */
    static Move check(@Nullable ChangeState from, ChangeAct act, By by, Optional<Cycle> cycle, Instant at) {
        var row = ALL.stream()
                .filter(move -> move.from == from && move.act == act)
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.CHANGED_MEANWHILE));
        if (row.by != by) {
            throw new Refusal(OrganisationRefusal.ANOTHER_PERSON);
        }
        row.within.check(cycle, at);
        return row;
    }

    /** The buttons of a request's page. */
    static List<ChangeAct> offered(ChangeState from, By by, Optional<Cycle> cycle, Instant at) {
        return ALL.stream()
                .filter(move -> move.from == from && move.by == by && move.within.covers(cycle, at))
                .map(Move::act)
                .toList();
    }
}

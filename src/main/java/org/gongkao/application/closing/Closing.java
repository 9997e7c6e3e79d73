package org.gongkao.application.closing;

import java.util.List;
import java.util.Set;
import org.gongkao.application.closing.ClosingMoves.Move;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;

/**
 * 汇总上报。The report of one agency on its review of a year, with the number of its newest version (0: none yet) and the last
 * act on a file that this version knows.
 */
record Closing(
        long id,
        String agencyCode,
        String superiorCode,
        int year,
        ClosingState state,
        int latest,
        long afterAct,
        int version) {

    /** As it stands before anybody closed or decided. */
    static Closing open(String agencyCode, String superiorCode, int year) {
        return new Closing(0, agencyCode, superiorCode, year, ClosingState.OPEN, 0, 0, 0);
    }

    Office office() {
        return Office.agency(agencyCode);
    }

    Office superior() {
        return Office.agency(superiorCode);
    }

    /** What the audit calls it. */
    String subject() {
        return "closing:" + agencyCode + ":" + year;
    }

    /** Decided on what was on the screen. */
    Closing asSeenAt(int seen) {
        if (version != seen) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** Said as not found to any other agency: how a neighbour reports is not its business. */
    Side sideOf(Actor actor) {
        if (actor.office().equals(office())) {
            return Side.REPORTER;
        }
        if (actor.office().equals(superior())) {
            return Side.SUPERIOR;
        }
        throw new Refusal(CommonRefusal.NOT_FOUND);
    }

    /** The row that allows it, or the refusal that says why there is none. */
    Move check(ClosingAct act, Actor by, Set<Within> open, String firstDay) {
        var rows = ClosingMoves.find(state, act, sideOf(by));
        if (rows.isEmpty()) {
            throw new Refusal(ClosingRefusal.NOT_NOW, state.label());
        }
        return rows.stream()
                .filter(move -> open.contains(move.within()))
                .findFirst()
                .orElseThrow(() -> new Refusal(ClosingRefusal.TOO_EARLY, firstDay));
    }

    /** What the page offers: the same table that guards the request, less what its need is not met for. */
    List<ClosingAct> offered(Actor by, Set<Within> open, Set<Need> met) {
        var side = sideOf(by);
        return ClosingMoves.ALL.stream()
                .filter(move -> move.from() == state
                        && move.by() == side
                        && open.contains(move.within())
                        && met.contains(move.needs()))
                .map(Move::act)
                .distinct()
                .toList();
    }
}

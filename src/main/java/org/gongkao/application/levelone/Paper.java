package org.gongkao.application.levelone;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.levelone.PaperMoves.By;
import org.gongkao.application.levelone.PaperMoves.Move;
import org.gongkao.application.levelone.PaperMoves.Need;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 纸质材料。The one file on paper of a level-one application: {@code office} has it or had it last, {@code next} is where it is on
 * its way to.
 */
record Paper(
        long applicationId,
        String number,
        int year,
        long personId,
        int level,
        ApplicationState file,
        List<Office> route,
        PaperState state,
        @Nullable Office office,
        @Nullable Office next,
        int version) {

    private static final Set<ApplicationState> OVER = EnumSet.of(
            ApplicationState.WITHDRAWN,
            ApplicationState.LAPSED,
            ApplicationState.REJECTED_FINALLY,
            ApplicationState.CANCELLED,
            ApplicationState.FORFEITED);

    Paper asSeenAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** Finds the row of the table for this act and office, or says why there is none. */
    Move move(PaperAct act, Office by) {
        var move = partsOf(by).stream()
                .flatMap(part -> PaperMoves.find(state, act, part).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(LevelOneRefusal.PAPER_NOT_NOW));
        for (var need : move.needs()) {
            if (!has(need)) {
                throw new Refusal(need.otherwise());
            }
        }
        return move;
    }

    /** The buttons of an office: the same table that guards the act. */
    List<PaperAct> offered(Office by) {
        var parts = partsOf(by);
        return PaperMoves.from(state).stream()
                .filter(move ->
                        parts.contains(move.by()) && move.needs().stream().allMatch(this::has))
                .map(Move::act)
                .toList();
    }

    private Set<By> partsOf(Office by) {
        var parts = EnumSet.noneOf(By.class);
        if (route.contains(by)) {
            parts.add(By.ON_ROUTE);
        }
        if (by.equals(office)) {
            parts.add(By.HOLDER);
        }
        if (by.equals(next)) {
            parts.add(By.ADDRESSEE);
        }
        return parts;
    }

    private boolean has(Need need) {
        return switch (need) {
            case NOTHING -> true;
            case UNDER_WAY -> !isOver();
            case NEXT_OFFICE -> after() != null;
            case OVER -> isOver();
        };
    }

    private boolean isOver() {
        return level != 1 || OVER.contains(file);
    }

    /** The office of the route after the one that has it; the first for one that is no longer on the route. */
    @Nullable
    Office after() {
        int at = office == null ? -1 : route.indexOf(office);
        return at + 1 < route.size() ? route.get(at + 1) : null;
    }

    /** Who has it after a move: who received it, or still who had it. */
    Office officeAfter(Move move, Office by) {
        return move.act() == PaperAct.RECEIVE || office == null ? by : office;
    }

    /** Where it is on its way to after a move. */
    @Nullable
    Office nextAfter(Move move) {
        return move.act() == PaperAct.FORWARD ? after() : null;
    }
}

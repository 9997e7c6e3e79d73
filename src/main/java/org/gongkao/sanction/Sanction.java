package org.gongkao.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkao.sanction.SanctionMoves.Move;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** 违规处理案件。One finding against one person, from the agency that opened it to its end. */
record Sanction(
        long id,
        String number,
        long personId,
        String agencyCode,
        @Nullable String superiorCode,
        long packageId,
        int year,
        LocalDate filedOn,
        String material,
        String facts,
        String clause,
        SanctionState state,
        int version,
        long handledBy,
        @Nullable Instant answerUntil,
        @Nullable String decision,
        @Nullable Instant barredFrom,
        @Nullable Instant barredUntil,
        Instant openedAt) {

    Sanction asSeenAt(int seen) {
        if (version != seen) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** The bar as it was imposed or corrected; a case that was revoked has none. */
    Optional<Bar> bar() {
        return decision == null || barredFrom == null || barredUntil == null || !state.holds()
                ? Optional.empty()
                : Optional.of(new Bar(decision, barredFrom, barredUntil));
    }

    boolean wasTold() {
        return answerUntil != null;
    }

    /** The row that allows it, or the refusal that says why there is none. */
    Move check(SanctionAct act, Actor by, Instant at) {
        var move = SanctionMoves.find(state, act).orElseThrow(() -> new Refusal(SanctionRefusal.NOT_NOW));
        requireOther(by, move.by());
        if (!is(by, move.by())) {
            throw new Refusal(
                    move.by() == Part.SECOND_PERSON ? SanctionRefusal.ANOTHER_PERSON : CommonRefusal.NOT_YOURS_TO_DO);
        }
        move.within().check(this, at);
        return move;
    }

    /** The acts that the page offers: the same table that guards the request. */
    List<Move> offered(Actor by, Instant at) {
        return SanctionMoves.from(state).stream()
                .filter(move -> is(by, move.by()) && move.within().covers(this, at))
                .toList();
    }

    private void requireOther(Actor by, Part part) {
        if (part != Part.PERSON && isOf(by)) {
            throw new Refusal(SanctionRefusal.OWN_CASE);
        }
    }

    boolean isOf(Actor by) {
        return by.personId() != null && by.personId() == personId;
    }

    boolean is(Actor by, Part part) {
        if (part == Part.PERSON) {
            return isOf(by) && by.officeText() == null;
        }
        if (isOf(by) || by.officeText() == null || by.office().kind() != Office.Kind.AGENCY) {
            return false;
        }
        var code = by.office().code();
        boolean own = code.equals(agencyCode);
        boolean either = own || Objects.equals(code, superiorCode);
        return switch (part) {
            case OFFICER -> own;
            case AUTHORITY -> either;
            case SECOND_PERSON -> either && by.account() != handledBy;
            case PERSON -> false;
        };
    }
}

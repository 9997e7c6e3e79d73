package org.gongkao.application.onsite;

import java.time.Instant;
import org.gongkao.application.VisitAct;
import org.gongkao.application.onsite.VisitMoves.Party;
import org.gongkao.application.onsite.VisitMoves.Within;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;

/** 现场审查。One appointment of one file, and what became of the originals that were brought. */
record Visit(
        long id,
        String number,
        long personId,
        String unitCode,
        Slot slot,
        VisitState state,
        Custody custody,
        int version) {

    Visit asSeenAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** The row of the table for this act, or the refusal. */
    VisitMoves.Move check(VisitAct act, Actor by, Instant now) {
        var rows = VisitMoves.of(state, act).stream()
                .filter(move -> isFor(move.by(), by))
                .toList();
        if (rows.isEmpty()) {
            throw new Refusal(OnSiteRefusal.NOT_NOW);
        }
        return rows.stream()
                .filter(move -> isOpen(move.within(), now))
                .findFirst()
                .orElseThrow(() -> new Refusal(OnSiteRefusal.TOO_LATE_TO_CHANGE));
    }

    /** The buttons of a page: the same table that guards the request. */
    boolean offers(VisitAct act, Actor by, Instant now) {
        return VisitMoves.of(state, act).stream().anyMatch(move -> isFor(move.by(), by) && isOpen(move.within(), now));
    }

    private boolean isFor(Party party, Actor actor) {
        return switch (party) {
            case APPLICANT ->
                actor.role() == Role.WORKER && Long.valueOf(personId).equals(actor.personId());
            case UNIT -> Office.unit(unitCode).toString().equals(actor.officeText());
            case DESK -> slot.agency().equals(actor.officeText());
            case SYSTEM -> actor.role() == Role.SYSTEM;
        };
    }

    private boolean isOpen(Within within, Instant now) {
        return switch (within) {
            case UNTIL_THE_EVE -> now.isBefore(Shanghai.startOf(Shanghai.day(slot.startsAt())));
            case MISSED -> !now.isBefore(slot.endsAt());
            case ANY_TIME -> true;
        };
    }

    boolean isMissed(Instant now) {
        return state == VisitState.BOOKED && isOpen(Within.MISSED, now);
    }

    /** 逾期未退: the agency has had the originals for longer than the year's plan allows. */
    boolean isOverdue(Instant now) {
        var due = custody.dueAt();
        return state.holdsOriginals() && due != null && !now.isBefore(due);
    }

    Visit in(VisitState to) {
        return new Visit(id, number, personId, unitCode, slot, to, custody, version);
    }

    Visit at(Slot other) {
        return new Visit(id, number, personId, unitCode, other, state, custody, version);
    }

    Visit with(Custody now) {
        return new Visit(id, number, personId, unitCode, slot, state, now, version);
    }
}

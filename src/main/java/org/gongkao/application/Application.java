package org.gongkao.application;

import java.util.EnumSet;
import java.util.Set;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;

/** 申报。One worker's request to be graded in one occupation, at one level, in one cycle. */
public record Application(
        long id,
        String number,
        long personId,
        int year,
        long packageId,
        Level level,
        String occupation,
        String unitCode,
        @Nullable Filing filing,
        Progress progress,
        int version) {

    /** 办理。A move that has been decided and not yet written: what the file was, the act, and where it will stand. */
    public record Moved(Application from, Act act, Actor by, Progress to) {}

    public ApplicationState state() {
        return progress.state();
    }

    /** What was frozen at submission; a draft has none. */
    public Filing filed() {
        if (filing == null) {
            throw new Refusal(ApplicationRefusal.NOT_ALLOWED_NOW);
        }
        return filing;
    }

    /** The officer decided on what was on the screen, so the screen's version must still hold. */
    public Application asSeenAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** What the actor is to this file. */
    public Set<Party> partiesOf(Actor actor) {
        var parties = EnumSet.noneOf(Party.class);
        if (actor.role() == Role.SYSTEM) {
            parties.add(Party.SYSTEM);
        } else if (actor.role() == Role.WORKER) {
            if (isOf(actor)) {
                parties.add(Party.APPLICANT);
            }
        } else if (actor.officeText() != null) {
            addOffice(parties, actor.office());
        }
        return parties;
    }

    private void addOffice(Set<Party> parties, Office office) {
        var holder = progress.holder();
        if (office.equals(holder)) {
            parties.add(state() == ApplicationState.OBJECTED ? Party.SUPERIOR : Party.TIER_OFFICER);
        } else if (state() == ApplicationState.IN_REVIEW
                && holder != null
                && holder.kind() != Office.Kind.AGENCY
                && office.equals(filed().authority())) {
            parties.add(Party.ANSWERING_AGENCY);
        } else if (isAgencysDecision() && office.equals(filed().overseer())) {
            parties.add(Party.SUPERIOR);
        }
    }

    /** The answering agency had the last word, so the one above it may have that word weighed again; a unit's it may not. */
    private boolean isAgencysDecision() {
        return switch (state()) {
            case PAYMENT_DUE, PAID -> true;
            case REJECTED, REJECTED_FINALLY -> progress.sentBackBy() == lastTier();
            case DRAFT, IN_REVIEW, RETURNED, OBJECTED, WITHDRAWN, LAPSED, CANCELLED, FORFEITED -> false;
        };
    }

    /** The person applying; a clerk may be one too. */
    public boolean isOf(Actor actor) {
        return Long.valueOf(personId).equals(actor.personId());
    }

    /** Finds the row of the table for this act and actor, or refuses. What the row needs is the caller's to bring. */
    public Moves.Move find(Act act, Actor by, Set<When> open) {
        return find(act, partiesOf(by), open);
    }

    /** It can be changed whenever its applicant may hand it in, by whoever fills it in. */
    public boolean isEditable(Set<When> open) {
        return Moves.offered(state(), EnumSet.of(Party.APPLICANT), open).contains(Act.SUBMIT);
    }

    public void requireEditable(Set<When> open) {
        find(Act.SUBMIT, EnumSet.of(Party.APPLICANT), open);
    }

    private Moves.Move find(Act act, Set<Party> parties, Set<When> open) {
        var move = parties.stream()
                .flatMap(party -> Moves.find(state(), act, party).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(ApplicationRefusal.NOT_ALLOWED_NOW));
        if (!open.contains(move.within())) {
            throw new Refusal(ApplicationRefusal.WINDOW_CLOSED);
        }
        return move;
    }

    public boolean isLastTier() {
        return progress.tier() == lastTier();
    }

    public int lastTier() {
        return filed().route().size() - 1;
    }
}

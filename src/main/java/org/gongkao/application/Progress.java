package org.gongkao.application;

import java.time.Instant;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;

/**
 * 办理进度。Where a file stands: its state, the tier of the route it has reached, whose turn it is and since when, the tier
 * that last sent it back, whether the one objection has been used, and the dates of its own.
 */
public record Progress(
        ApplicationState state,
        int tier,
        @Nullable Office holder,
        @Nullable Instant heldSince,
        int sentBackBy,
        boolean objected,
        Timing.OwnDates own) {

    public static final Progress DRAFT =
            new Progress(ApplicationState.DRAFT, 0, null, null, 0, false, Timing.OwnDates.NONE);

    /** With nobody's turn but the worker's, or at an end. */
    public Progress in(ApplicationState next) {
        return new Progress(next, tier, null, null, sentBackBy, objected, own);
    }

    /** Before an office: a tier's review, or the superior's decision on an objection. */
    public Progress before(ApplicationState next, int atTier, Office office, Instant since) {
        return new Progress(next, atTier, office, since, sentBackBy, objected, own.at(office.kind()));
    }

    /** Only there can a file be confirmed on site. */
    public boolean liesBeforeAgency() {
        return state == ApplicationState.IN_REVIEW && holder != null && holder.kind() == Office.Kind.AGENCY;
    }

    public Progress sentBack() {
        return new Progress(state, tier, holder, heldSince, tier, objected, own);
    }

    public Progress withObjection() {
        return new Progress(state, tier, holder, heldSince, sentBackBy, true, own);
    }

    public Progress with(Timing.OwnDates dates) {
        return new Progress(state, tier, holder, heldSince, sentBackBy, objected, dates);
    }
}

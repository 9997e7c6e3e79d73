package org.gongkao.application;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.gongkao.cycle.Period;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;

/**
 * 时限计算。Which times are open for one file at one moment: the year's windows and the dates of its own that the file
 * carries. A date of its own only ever lengthens.
 */
public record Timing(Function<Window, Period> windows, OwnDates own) {

    /**
     * 自有期限。What one file carries beside the year's windows: the date given to an overdue unit, the dates for correction
     * and payment of a file brought back late, and what a revoked decision makes good. {@code tier} is the kind of the
     * office whose turn it is.
     */
    public record OwnDates(
            Office.@Nullable Kind tier,
            boolean corrected,
            @Nullable Instant reviewUntil,
            @Nullable Instant correctionUntil,
            @Nullable Instant paymentUntil,
            @Nullable Instant objectionUntil,
            @Nullable Instant registrationUntil) {

        static final OwnDates NONE = new OwnDates(null, false, null, null, null, null, null);

        OwnDates at(Office.Kind kind) {
            return new OwnDates(
                    kind, corrected, reviewUntil, correctionUntil, paymentUntil, objectionUntil, registrationUntil);
        }

        public OwnDates afterCorrection() {
            return new OwnDates(
                    tier, true, reviewUntil, correctionUntil, paymentUntil, objectionUntil, registrationUntil);
        }

        public OwnDates review(Instant until) {
            return new OwnDates(
                    tier, corrected, until, correctionUntil, paymentUntil, objectionUntil, registrationUntil);
        }

        public OwnDates correction(Instant until) {
            return new OwnDates(tier, corrected, reviewUntil, until, paymentUntil, objectionUntil, registrationUntil);
        }

        public OwnDates payment(Instant until) {
            return new OwnDates(
                    tier, corrected, reviewUntil, correctionUntil, until, objectionUntil, registrationUntil);
        }

        public OwnDates objection(@Nullable Instant until) {
            return new OwnDates(tier, corrected, reviewUntil, correctionUntil, paymentUntil, until, registrationUntil);
        }

        /** For a draft that a decision held back while registration ran. */
        public OwnDates registration(@Nullable Instant until) {
            return new OwnDates(tier, corrected, reviewUntil, correctionUntil, paymentUntil, objectionUntil, until);
        }

        /** Brought back late: the file carries dates of its own for correction and payment. */
        public boolean isLate() {
            return correctionUntil != null;
        }
    }

    public Set<When> openAt(Instant now) {
        var open = EnumSet.of(When.ANY_TIME);
        boolean begun = !now.isBefore(windows.apply(Window.REGISTRATION).from());
        add(open, When.REGISTRATION, begun && now.isBefore(registrationEnd()));
        add(open, When.REGISTRATION_OVER, !now.isBefore(registrationEnd()));
        boolean corrections = !now.isBefore(windows.apply(Window.CORRECTION).from()) && now.isBefore(correctionEnd());
        add(open, When.CORRECTION, corrections);
        add(open, When.CORRECTION_OVER, !now.isBefore(correctionEnd()));
        boolean review = isTierReviewOpen(now);
        add(open, When.TIER_REVIEW, review);
        add(open, When.TIER_RETURN, review && corrections);
        add(open, When.TIER_OVERDUE, isUnitOverdue(now));
        add(open, When.PAYMENT, now.isBefore(paymentEnd()));
        add(open, When.PAYMENT_OVER, !now.isBefore(paymentEnd()));
        boolean objection = own.objectionUntil != null && now.isBefore(own.objectionUntil);
        add(open, objection ? When.OBJECTION : When.OBJECTION_OVER, true);
        return open;
    }

    public Instant registrationEnd() {
        return later(windows.apply(Window.REGISTRATION).to(), own.registrationUntil);
    }

    public Instant correctionEnd() {
        return later(windows.apply(Window.CORRECTION).to(), own.correctionUntil);
    }

    public Instant paymentEnd() {
        return later(windows.apply(Window.PAYMENT).to(), own.paymentUntil);
    }

    /** Until when the office whose turn it is should have decided; an agency that has not stays answerable. */
    public Instant reviewEnd() {
        boolean firstReview = own.tier != Office.Kind.AGENCY && !own.corrected;
        return later(
                windows.apply(firstReview ? Window.UNIT_REVIEW : Window.REVIEW).to(), own.reviewUntil);
    }

    private boolean isTierReviewOpen(Instant now) {
        if (own.tier == null || now.isBefore(windows.apply(Window.REVIEW).from())) {
            return false;
        }
        return own.tier == Office.Kind.AGENCY || now.isBefore(reviewEnd());
    }

    private boolean isUnitOverdue(Instant now) {
        return own.tier != null && own.tier != Office.Kind.AGENCY && !now.isBefore(reviewEnd());
    }

    static Instant later(Instant end, @Nullable Instant ownDate) {
        return ownDate != null && ownDate.isAfter(end) ? ownDate : end;
    }

    private static void add(Set<When> open, When when, boolean is) {
        if (is) {
            open.add(when);
        }
    }
}

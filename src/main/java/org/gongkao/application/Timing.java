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
     * 自有期限。What one file carries beside the year's windows: the date given to an overdue unit, and the dates for
     * correction and payment of a file brought back late. {@code tier} is the kind of the office whose turn it is.
     */
    public record OwnDates(
            Office.@Nullable Kind tier,
            boolean corrected,
            @Nullable Instant reviewUntil,
            @Nullable Instant correctionUntil,
            @Nullable Instant paymentUntil,
            @Nullable Instant objectionUntil) {

        static final OwnDates NONE = new OwnDates(null, false, null, null, null, null);

        OwnDates at(Office.Kind kind) {
            return new OwnDates(kind, corrected, reviewUntil, correctionUntil, paymentUntil, objectionUntil);
        }

        public OwnDates afterCorrection() {
            return new OwnDates(tier, true, reviewUntil, correctionUntil, paymentUntil, objectionUntil);
        }

        public OwnDates review(Instant until) {
            return new OwnDates(tier, corrected, until, correctionUntil, paymentUntil, objectionUntil);
        }

        public OwnDates correction(Instant until) {
            return new OwnDates(tier, corrected, reviewUntil, until, paymentUntil, objectionUntil);
        }

        public OwnDates payment(Instant until) {
            return new OwnDates(tier, corrected, reviewUntil, correctionUntil, until, objectionUntil);
        }

        public OwnDates objection(@Nullable Instant until) {
            return new OwnDates(tier, corrected, reviewUntil, correctionUntil, paymentUntil, until);
        }

        /** Brought back late: the file carries dates of its own for correction and payment. */
        public boolean isLate() {
            return correctionUntil != null;
        }
    }

    public Set<When> openAt(Instant now) {
        var open = EnumSet.of(When.ANY_TIME);
        var registration = windows.apply(Window.REGISTRATION);
        add(open, When.REGISTRATION, registration.covers(now));
        add(open, When.REGISTRATION_OVER, registration.isOver(now));
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

    private static Instant later(Instant end, @Nullable Instant ownDate) {
        return ownDate != null && ownDate.isAfter(end) ? ownDate : end;
    }

    private static void add(Set<When> open, When when, boolean is) {
        if (is) {
            open.add(when);
        }
    }
}

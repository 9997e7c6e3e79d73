package org.gongkao.application;

import static org.gongkao.application.Act.*;
import static org.gongkao.application.ApplicationState.*;
import static org.gongkao.application.Need.*;
import static org.gongkao.application.Party.*;
import static org.gongkao.application.When.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 流转规则。Every legal move of an application, and the only place that says so. */
public final class Moves {

    /** 流转。One row of the table; {@code next} means the next tier of the frozen route, and after the last one {@code to}. */
    public record Move(
            ApplicationState from, Act act, Party by, When within, Need needs, ApplicationState to, boolean next) {

        private Move(ApplicationState from, Act act, Party by, When within, Need needs, ApplicationState to) {
            this(from, act, by, within, needs, to, false);
        }
    }

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(DRAFT,       SUBMIT,   APPLICANT,        REGISTRATION,      COMPLETE_AND_PLEDGED, IN_REVIEW),  // first tier of the frozen route
        new Move(RETURNED,    SUBMIT,   APPLICANT,        CORRECTION,        COMPLETE_AND_PLEDGED, IN_REVIEW),  // the tier that returned it, or a lower one whose finding it touches
        new Move(IN_REVIEW,   RECALL,   APPLICANT,        REGISTRATION,      UNIT_UNDECIDED,       DRAFT),
        new Move(DRAFT,       WITHDRAW, APPLICANT,        REGISTRATION,      NOTHING,              WITHDRAWN),
        new Move(IN_REVIEW,   WITHDRAW, APPLICANT,        CORRECTION,        NO_CHARGE_OPEN,       WITHDRAWN),  // there is one when a superior has the file reviewed again
        new Move(RETURNED,    WITHDRAW, APPLICANT,        CORRECTION,        NO_CHARGE_OPEN,       WITHDRAWN),
        new Move(PAYMENT_DUE, WITHDRAW, APPLICANT,        PAYMENT,           NO_CHARGE_OPEN,       WITHDRAWN),
        new Move(IN_REVIEW,   APPROVE,  TIER_OFFICER,     TIER_REVIEW,       ITEMS_DECIDED,        PAYMENT_DUE, true),
        new Move(IN_REVIEW,   RETURN,   TIER_OFFICER,     TIER_RETURN,       DEFECTS_NAMED,        RETURNED),
        new Move(IN_REVIEW,   REJECT,   TIER_OFFICER,     TIER_REVIEW,       REASON_AND_CLAUSE,    REJECTED),
        new Move(IN_REVIEW,   REMIND,   ANSWERING_AGENCY, TIER_OVERDUE,      OWN_DATE_GIVEN,       IN_REVIEW),  // 单位逾期未审: a date of its own
        new Move(PAYMENT_DUE, PAY,      Party.SYSTEM,     ANY_TIME,          CHARGE_SETTLED,       PAID),       // a payment before the bell counts whenever its message comes
        new Move(LAPSED,      PAY,      Party.SYSTEM,     ANY_TIME,          CHARGE_SETTLED,       PAID),       // the same, when the gateway had first denied it
        new Move(DRAFT,       LAPSE,    Party.SYSTEM,     REGISTRATION_OVER, NOTHING,              LAPSED),
        new Move(RETURNED,    LAPSE,    Party.SYSTEM,     CORRECTION_OVER,   NOTHING,              LAPSED),
        new Move(PAYMENT_DUE, LAPSE,    Party.SYSTEM,     PAYMENT_OVER,      NO_CHARGE_OPEN,       LAPSED),
        new Move(LAPSED,      RESUME,   APPLICANT,        REGISTRATION,      MISSED_THEN,          DRAFT),      // an amendment reopened, after its bell, what the file had missed
        new Move(LAPSED,      RESUME,   APPLICANT,        CORRECTION,        MISSED_THEN,          RETURNED),
        new Move(LAPSED,      RESUME,   APPLICANT,        PAYMENT,           MISSED_THEN,          PAYMENT_DUE),  // its charge is opened again
        new Move(REJECTED,    OBJECT,   APPLICANT,        OBJECTION,         REASON_GIVEN,         OBJECTED),   // once a file
        new Move(REJECTED,    CLOSE,    Party.SYSTEM,     OBJECTION_OVER,    NOTHING,              REJECTED_FINALLY),
        new Move(OBJECTED,    UPHOLD,   SUPERIOR,         ANY_TIME,          REASON_AND_CLAUSE,    REJECTED_FINALLY),
        new Move(OBJECTED,    REOPEN,   SUPERIOR,         ANY_TIME,          REASON_AND_CLAUSE,    IN_REVIEW),  // the tier that rejected it, with dates of its own
        new Move(PAYMENT_DUE, REEXAMINE, SUPERIOR,        ANY_TIME,          REASON_AND_CLAUSE,    IN_REVIEW),  // the agency that decided, with dates of its own; the charge waits
        new Move(PAID,        REEXAMINE, SUPERIOR,        ANY_TIME,          REASON_AND_CLAUSE,    IN_REVIEW),  // the fee stays; approved again the file is paid, unless all of it went back
        new Move(REJECTED,    REEXAMINE, SUPERIOR,        ANY_TIME,          REASON_AND_CLAUSE,    IN_REVIEW),
        new Move(REJECTED_FINALLY, REEXAMINE, SUPERIOR,   ANY_TIME,          REASON_AND_CLAUSE,    IN_REVIEW),
        new Move(DRAFT,       CANCEL,   Party.SYSTEM,     ANY_TIME,          DECISION_IN_FORCE,    CANCELLED),
        new Move(IN_REVIEW,   CANCEL,   Party.SYSTEM,     ANY_TIME,          DECISION_IN_FORCE,    CANCELLED),
        new Move(RETURNED,    CANCEL,   Party.SYSTEM,     ANY_TIME,          DECISION_IN_FORCE,    CANCELLED),
        new Move(PAYMENT_DUE, CANCEL,   Party.SYSTEM,     ANY_TIME,          DECISION_IN_FORCE,    CANCELLED),  // its charge is ended first
        new Move(PAID,        CANCEL,   Party.SYSTEM,     ANY_TIME,          DECISION_IN_FORCE,    CANCELLED),  // the fee stays held for the rule of refunds
        new Move(REJECTED,    CANCEL,   Party.SYSTEM,     ANY_TIME,          DECISION_IN_FORCE,    CANCELLED),
        new Move(OBJECTED,    CANCEL,   Party.SYSTEM,     ANY_TIME,          DECISION_IN_FORCE,    CANCELLED),
        new Move(CANCELLED,   REINSTATE, Party.SYSTEM,    ANY_TIME,          DECISION_REVOKED,     DRAFT),      // where it was taken from, with dates of its own
        new Move(CANCELLED,   REINSTATE, Party.SYSTEM,    ANY_TIME,          DECISION_REVOKED,     IN_REVIEW),  // before the office that had it
        new Move(CANCELLED,   REINSTATE, Party.SYSTEM,    ANY_TIME,          DECISION_REVOKED,     RETURNED),
        new Move(CANCELLED,   REINSTATE, Party.SYSTEM,    ANY_TIME,          DECISION_REVOKED,     PAYMENT_DUE),  // its charge is opened again, or another one where the fee had gone back
        new Move(CANCELLED,   REINSTATE, Party.SYSTEM,    ANY_TIME,          DECISION_REVOKED,     PAID),       // what was paid is not asked for again
        new Move(CANCELLED,   REINSTATE, Party.SYSTEM,    ANY_TIME,          DECISION_REVOKED,     REJECTED),
        new Move(CANCELLED,   REINSTATE, Party.SYSTEM,    ANY_TIME,          DECISION_REVOKED,     OBJECTED),
        new Move(IN_REVIEW,   HAND_BACK, Party.SYSTEM,    ANY_TIME,          UNIT_DISOWNS,         RETURNED),   // by no office: what comes back is handed in at the unit chosen then
        new Move(IN_REVIEW,   REROUTE,  Party.SYSTEM,     ANY_TIME,          UNIT_LEFT,            IN_REVIEW),  // the first tier of the present unit's route
        new Move(RETURNED,    REROUTE,  Party.SYSTEM,     ANY_TIME,          UNIT_LEFT,            RETURNED),   // the same, once it is handed in again
        new Move(PAYMENT_DUE, FORFEIT,  Party.SYSTEM,     ANY_TIME,          PROMISE_BROKEN,       FORFEITED),  // its charge is ended first
        new Move(PAID,        FORFEIT,  Party.SYSTEM,     ANY_TIME,          PROMISE_BROKEN,       FORFEITED)); // the fee stays held for the rule of refunds
    // spotless:on

    private Moves() {}

    static Optional<Move> find(ApplicationState from, Act act, Party by) {
        return ALL.stream()
                .filter(m -> m.from == from && m.act == act && m.by == by)
                .findFirst();
    }

    /** Of the rows by which a file goes back to where it stood, the one to there. */
    static Optional<Move> back(ApplicationState from, Act act, ApplicationState to) {
        return ALL.stream()
                .filter(m -> m.from == from && m.act == act && m.to == to)
                .findFirst();
    }

    /** Whether the file would have ended by itself with these times open. */
    static boolean endsByItself(ApplicationState state, Set<When> open) {
        return ALL.stream()
                .anyMatch(
                        m -> m.from == state && (m.act == Act.LAPSE || m.act == Act.CLOSE) && open.contains(m.within));
    }

    /** The buttons a page shows: the same table that guards the request. */
    public static List<Act> offered(ApplicationState from, Set<Party> to, Set<When> open) {
        return ALL.stream()
                .filter(m -> m.from == from && to.contains(m.by) && open.contains(m.within))
                .map(Move::act)
                .toList();
    }
}

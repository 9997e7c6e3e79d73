package org.gongkao.application.onsite;

import static org.gongkao.application.VisitAct.CALL_OFF;
import static org.gongkao.application.VisitAct.CANCEL;
import static org.gongkao.application.VisitAct.CHANGE;
import static org.gongkao.application.VisitAct.COMPARE;
import static org.gongkao.application.VisitAct.RECEIVE;
import static org.gongkao.application.VisitAct.RELEASE;
import static org.gongkao.application.VisitAct.RETURN;
import static org.gongkao.application.onsite.VisitMoves.Party.APPLICANT;
import static org.gongkao.application.onsite.VisitMoves.Party.DESK;
import static org.gongkao.application.onsite.VisitMoves.Party.SYSTEM;
import static org.gongkao.application.onsite.VisitMoves.Party.UNIT;
import static org.gongkao.application.onsite.VisitMoves.Within.ANY_TIME;
import static org.gongkao.application.onsite.VisitMoves.Within.MISSED;
import static org.gongkao.application.onsite.VisitMoves.Within.UNTIL_THE_EVE;
import static org.gongkao.application.onsite.VisitState.BOOKED;
import static org.gongkao.application.onsite.VisitState.CANCELLED;
import static org.gongkao.application.onsite.VisitState.COMPARED;
import static org.gongkao.application.onsite.VisitState.RECEIVED;
import static org.gongkao.application.onsite.VisitState.RETURNED;

import java.util.List;
import org.gongkao.application.VisitAct;

/** 现场审查流转规则。Every legal move of an appointment after it was booked, and the only place that says so. */
final class VisitMoves {

    /** 办理方。What an actor is to an appointment. */
    enum Party {
        APPLICANT("申报人"),
        UNIT("申报单位"),
        /** The agency that gave the time and takes the originals. */
        DESK("审查机构"),
        SYSTEM("系统");

        private final String label;

        Party(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** 办理时限。When a move is open, by the time that was booked. */
    enum Within {
        UNTIL_THE_EVE("前一天24:00以前"),
        MISSED("时段过后仍未到场"),
        ANY_TIME("不限");

        private final String label;

        Within(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(VisitState from, VisitAct act, Party by, Within within, VisitState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(BOOKED,   CHANGE,   APPLICANT, UNTIL_THE_EVE, BOOKED),
        new Move(BOOKED,   CHANGE,   APPLICANT, MISSED,        BOOKED),
        new Move(BOOKED,   CHANGE,   UNIT,      UNTIL_THE_EVE, BOOKED),
        new Move(BOOKED,   CHANGE,   UNIT,      MISSED,        BOOKED),
        new Move(BOOKED,   CANCEL,   APPLICANT, UNTIL_THE_EVE, CANCELLED),
        new Move(BOOKED,   CANCEL,   UNIT,      UNTIL_THE_EVE, CANCELLED),
        new Move(BOOKED,   CALL_OFF, DESK,      ANY_TIME,      CANCELLED),  // with the whole slot, and a reason
        new Move(BOOKED,   RELEASE,  SYSTEM,    ANY_TIME,      CANCELLED),
        new Move(BOOKED,   RECEIVE,  DESK,      ANY_TIME,      RECEIVED),   // who comes on another day is not sent home
        new Move(RECEIVED, COMPARE,  DESK,      ANY_TIME,      COMPARED),
        new Move(RECEIVED, RETURN,   DESK,      ANY_TIME,      RETURNED),   // asked back, or the file has ended: still theirs
        new Move(COMPARED, RETURN,   DESK,      ANY_TIME,      RETURNED));
    // spotless:on

    private VisitMoves() {}

    static List<Move> of(VisitState from, VisitAct act) {
        return ALL.stream().filter(move -> move.from == from && move.act == act).toList();
    }
}

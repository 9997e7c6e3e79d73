package org.gongkao.application.closing;

import static org.gongkao.application.closing.ClosingAct.ACCEPT;
import static org.gongkao.application.closing.ClosingAct.CLOSE;
import static org.gongkao.application.closing.ClosingAct.REOPEN;
import static org.gongkao.application.closing.ClosingAct.SEND_BACK;
import static org.gongkao.application.closing.ClosingAct.STAMP;
import static org.gongkao.application.closing.ClosingState.ACCEPTED;
import static org.gongkao.application.closing.ClosingState.CLOSED;
import static org.gongkao.application.closing.ClosingState.OPEN;
import static org.gongkao.application.closing.ClosingState.REOPENED;
import static org.gongkao.application.closing.ClosingState.SENT_BACK;
import static org.gongkao.application.closing.Side.REPORTER;
import static org.gongkao.application.closing.Side.SUPERIOR;
import static org.gongkao.application.closing.Within.ANY_TIME;
import static org.gongkao.application.closing.Within.REVIEW_OVER;
import static org.gongkao.application.closing.Within.REVIEW_RUNNING;

import java.util.List;

/** 汇总上报流转规则。Every legal move of a report, and the only place that says so. */
final class ClosingMoves {

    record Move(ClosingState from, ClosingAct act, Side by, Within within, Need needs, ClosingState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(OPEN,      CLOSE,     REPORTER, REVIEW_RUNNING, Need.ALL_DECIDED, CLOSED),
        new Move(OPEN,      CLOSE,     REPORTER, REVIEW_OVER,    Need.RESPONSIBLE, CLOSED),     // what is missing is said in the report
        new Move(REOPENED,  CLOSE,     REPORTER, REVIEW_RUNNING, Need.ALL_DECIDED, CLOSED),
        new Move(REOPENED,  CLOSE,     REPORTER, REVIEW_OVER,    Need.RESPONSIBLE, CLOSED),
        new Move(SENT_BACK, CLOSE,     REPORTER, ANY_TIME,       Need.RESPONSIBLE, CLOSED),     // the decisions stayed closed: nothing to wait for
        new Move(CLOSED,    CLOSE,     REPORTER, ANY_TIME,       Need.CHANGED,     CLOSED),     // by what others did lawfully since: a newer version
        new Move(ACCEPTED,  CLOSE,     REPORTER, ANY_TIME,       Need.CHANGED,     CLOSED),
        new Move(CLOSED,    STAMP,     REPORTER, ANY_TIME,       Need.SCAN,        CLOSED),
        new Move(CLOSED,    ACCEPT,    SUPERIOR, ANY_TIME,       Need.STAMPED,     ACCEPTED),
        new Move(CLOSED,    SEND_BACK, SUPERIOR, ANY_TIME,       Need.REASON,      SENT_BACK),
        new Move(CLOSED,    REOPEN,    SUPERIOR, ANY_TIME,       Need.REASON,      REOPENED),
        new Move(ACCEPTED,  REOPEN,    SUPERIOR, ANY_TIME,       Need.REASON,      REOPENED),
        new Move(SENT_BACK, REOPEN,    SUPERIOR, ANY_TIME,       Need.REASON,      REOPENED));
    // spotless:on

    private ClosingMoves() {}

    /** More than one only where the needs differ by the time. */
    static List<Move> find(ClosingState from, ClosingAct act, Side by) {
        return ALL.stream()
                .filter(move -> move.from == from && move.act == act && move.by == by)
                .toList();
    }
}

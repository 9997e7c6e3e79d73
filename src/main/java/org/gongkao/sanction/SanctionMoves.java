package org.gongkao.sanction;

import static org.gongkao.sanction.Part.AUTHORITY;
import static org.gongkao.sanction.Part.OFFICER;
import static org.gongkao.sanction.Part.PERSON;
import static org.gongkao.sanction.Part.SECOND_PERSON;
import static org.gongkao.sanction.SanctionState.CORRECTION_PROPOSED;
import static org.gongkao.sanction.SanctionState.DROPPED;
import static org.gongkao.sanction.SanctionState.FOUND;
import static org.gongkao.sanction.SanctionState.HEARING;
import static org.gongkao.sanction.SanctionState.IMPOSED;
import static org.gongkao.sanction.SanctionState.NO_ACTION_PROPOSED;
import static org.gongkao.sanction.SanctionState.REVOCATION_PROPOSED;
import static org.gongkao.sanction.SanctionState.REVOKED;
import static org.gongkao.sanction.SanctionState.SANCTION_PROPOSED;
import static org.gongkao.sanction.Within.ANY_TIME;
import static org.gongkao.sanction.Within.BAR_RUNNING;
import static org.gongkao.sanction.Within.HEARING_OPEN;
import static org.gongkao.sanction.Within.HEARING_OVER;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 违规处理流转规则。Every legal move of a case, and the only place that says so. Nothing is imposed before the person was told
 * and the time to answer is over (行政处罚法 第四十四条、第四十五条 by analogy), and nothing is decided by who proposed it.
 */
final class SanctionMoves {

    record Move(@Nullable SanctionState from, SanctionAct act, Part by, Within within, Need needs, SanctionState to) {}

    // spotless:off
    static final Move OPEN =
        new Move(null,                SanctionAct.OPEN,               OFFICER,       ANY_TIME,     Need.FACTS,       FOUND);

    static final List<Move> ALL = List.of(
        OPEN,
        new Move(FOUND,               SanctionAct.TELL,               OFFICER,       ANY_TIME,     Need.NOTHING,     HEARING),
        new Move(FOUND,               SanctionAct.DROP,               SECOND_PERSON, ANY_TIME,     Need.REASON,      DROPPED),

        new Move(HEARING,             SanctionAct.ANSWER,             PERSON,        HEARING_OPEN, Need.STATEMENT,   HEARING),
        new Move(HEARING,             SanctionAct.PROPOSE_NO_ACTION,  OFFICER,       ANY_TIME,     Need.REASON,      NO_ACTION_PROPOSED),
        new Move(HEARING,             SanctionAct.PROPOSE_SANCTION,   OFFICER,       HEARING_OVER, Need.DECISION,    SANCTION_PROPOSED),

        new Move(NO_ACTION_PROPOSED,  SanctionAct.ANSWER,             PERSON,        HEARING_OPEN, Need.STATEMENT,   NO_ACTION_PROPOSED),  // a proposal costs nobody a day
        new Move(NO_ACTION_PROPOSED,  SanctionAct.SEND_BACK,          SECOND_PERSON, ANY_TIME,     Need.REASON,      HEARING),
        new Move(NO_ACTION_PROPOSED,  SanctionAct.CLOSE,              SECOND_PERSON, ANY_TIME,     Need.NOTHING,     DROPPED),

        new Move(SANCTION_PROPOSED,   SanctionAct.SEND_BACK,          SECOND_PERSON, ANY_TIME,     Need.REASON,      HEARING),
        new Move(SANCTION_PROPOSED,   SanctionAct.IMPOSE,             SECOND_PERSON, ANY_TIME,     Need.NOTHING,     IMPOSED),

        new Move(IMPOSED,             SanctionAct.PROPOSE_CORRECTION, AUTHORITY,     BAR_RUNNING,  Need.EARLIER_END, CORRECTION_PROPOSED),
        new Move(IMPOSED,             SanctionAct.PROPOSE_REVOCATION, AUTHORITY,     ANY_TIME,     Need.AUTHORITY,   REVOCATION_PROPOSED),  // a wrong record is taken back even when its time is over

        new Move(CORRECTION_PROPOSED, SanctionAct.SEND_BACK,          SECOND_PERSON, ANY_TIME,     Need.REASON,      IMPOSED),
        new Move(CORRECTION_PROPOSED, SanctionAct.CORRECT,            SECOND_PERSON, ANY_TIME,     Need.NOTHING,     IMPOSED),

        new Move(REVOCATION_PROPOSED, SanctionAct.SEND_BACK,          SECOND_PERSON, ANY_TIME,     Need.REASON,      IMPOSED),
        new Move(REVOCATION_PROPOSED, SanctionAct.REVOKE,             SECOND_PERSON, ANY_TIME,     Need.NOTHING,     REVOKED));
    // spotless:on

    private SanctionMoves() {}

    static Optional<Move> find(SanctionState from, SanctionAct act) {
        return ALL.stream().filter(move -> move.from == from && move.act == act).findFirst();
    }

    static List<Move> from(SanctionState from) {
        return ALL.stream().filter(move -> move.from == from).toList();
    }
}

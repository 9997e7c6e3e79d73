package org.gongkao.organisation;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;

/** 单位信息变更申请。What a 市直 or 省直 unit asks to be changed, with its letter; {@code wanted} is the entry as it should become. */
record UnitChange(
        long id,
        String number,
        int unitVersion,
        UnitAct act,
        Unit wanted,
        String explanation,
        long letter,
        ChangeState state,
        int version,
        long requestedBy,
        Instant requestedAt) {

    UnitChange asSeenAt(int seen) {
        if (version != seen) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** A unit's clerks act for the unit; an officer is the requester of what he entered himself, and of nothing else. */
    UnitChangeMoves.By by(Actor actor) {
        return actor.is(Role.UNIT_CLERK) || actor.account() == requestedBy
                ? UnitChangeMoves.By.REQUESTER
                : UnitChangeMoves.By.ANOTHER_OFFICER;
    }
}

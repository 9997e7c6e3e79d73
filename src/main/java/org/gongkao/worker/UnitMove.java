package org.gongkao.worker;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.gongkao.worker.UnitMoveRules.By;
import org.jspecify.annotations.Nullable;

/** 调动。A worker's change from one unit to another. */
record UnitMove(
        long id,
        String number,
        long personId,
        String fromUnit,
        String toUnit,
        String agencyCode,
        MoveState state,
        String explanation,
        @Nullable Boolean routeFollows,
        Instant requestedAt,
        int version) {

    UnitMove asSeenAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** On which side of it the actor stands. */
    By by(Actor actor) {
        var office = actor.office();
        if (office.kind() == Office.Kind.AGENCY) {
            return By.AGENCY;
        }
        return office.code().equals(toUnit) ? By.NEW_UNIT : By.FORMER_UNIT;
    }

    String requested() {
        return Shanghai.minute(requestedAt);
    }
}

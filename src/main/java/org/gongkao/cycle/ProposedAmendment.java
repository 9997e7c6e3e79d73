package org.gongkao.cycle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;

/** 补充通知稿。An amendment as the administrators see it, whatever became of it. */
record ProposedAmendment(
        long id,
        long packageId,
        String region,
        String documentNumber,
        String reason,
        @Nullable Instant wantedFrom,
        AmendmentState state,
        @Nullable Integer version,
        @Nullable Instant effectiveAt,
        int rowVersion,
        long proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String decidedByName,
        List<Difference> changes) {

    AmendmentMoves.By standing(Actor actor) {
        return actor.account() == proposedBy ? AmendmentMoves.By.PROPOSER : AmendmentMoves.By.ANOTHER;
    }

    Map<String, String> changed() {
        var changed = new LinkedHashMap<String, String>();
        changes.forEach(change -> changed.put(change.field(), change.after()));
        return changed;
    }
}

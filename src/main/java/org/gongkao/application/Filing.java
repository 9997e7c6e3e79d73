package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;

/**
 * 受理登记。What is frozen when a file is handed in: the offices that decide on it, in order, the agency above the last of
 * them, the server's time and the hash of the content.
 */
public record Filing(List<Office> route, @Nullable Office overseer, Instant submittedAt, String contentHash) {

    /** The agency that answers for the unit: the last tier. */
    Office authority() {
        return route.getLast();
    }

    /** The first tier. */
    String unitCode() {
        return route.getFirst().code();
    }

    Optional<Office> department() {
        return route.stream().filter(o -> o.kind() == Office.Kind.DEPARTMENT).findFirst();
    }

    /** The tier above one of the route: the next one, and above the last the agency's own superior. */
    public Office above(int tier) {
        if (tier + 1 < route.size()) {
            return route.get(tier + 1);
        }
        return overseer == null ? authority() : overseer;
    }
}

package org.gongkao.catalogue;

import java.util.Optional;
import java.util.Set;
import org.gongkao.shared.Level;
import org.jspecify.annotations.Nullable;

/** 工种。A trade that a worker is graded in, in one version of the catalogue; may have been merged into a successor. */
public record Occupation(
        String code,
        String name,
        String industry,
        Set<Level> levels,
        @Nullable String successorCode) {

    public boolean isOpenFor(Level level) {
        return levels.contains(level);
    }

    public Optional<String> successor() {
        return Optional.ofNullable(successorCode);
    }
}

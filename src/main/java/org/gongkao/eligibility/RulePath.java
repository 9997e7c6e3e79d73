package org.gongkao.eligibility;

import java.util.List;
import java.util.Set;
import org.gongkao.shared.Level;
import org.jspecify.annotations.Nullable;

/**
 * A way to a level: conditions beside those for everybody, and waivers. A path that has to be claimed is taken by those only
 * whose fact says so; where it is not known, the path is told but decides nothing.
 */
record RulePath(
        String id,
        String title,
        Set<Level> levels,
        List<String> conditions,
        List<String> waivers,
        @Nullable Fact claimedBy) {}

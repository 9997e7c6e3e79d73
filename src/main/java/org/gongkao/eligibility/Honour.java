package org.gongkao.eligibility;

import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * 荣誉成果。An honour, a contest or a patent. {@code placing} is the prize or place in a contest (1 is the first, 0 none),
 * {@code authorRank} the place among the names on the document, {@code mainContributor} whether the document says so,
 * {@code related} whether it belongs to the trade applied for.
 */
public record Honour(
        @Nullable HonourKind kind,
        @Nullable Rank rank,
        @Nullable PartialDate granted,
        @Nullable Integer placing,
        @Nullable Integer authorRank,
        @Nullable Boolean mainContributor,
        @Nullable Boolean related)
        implements Entry {}

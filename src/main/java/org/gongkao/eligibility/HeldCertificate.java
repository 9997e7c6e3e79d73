package org.gongkao.eligibility;

import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * 所持证书。A certificate of level that the person holds: its trade, by name or code, and level, when it was obtained, whether
 * (and since when) the person is appointed to a post of that level, whether the agency that issued it has confirmed it.
 */
public record HeldCertificate(
        @Nullable String occupation,
        @Nullable Level level,
        @Nullable PartialDate obtained,
        @Nullable Boolean appointed,
        @Nullable PartialDate appointedSince,
        @Nullable Boolean verified)
        implements Entry {}

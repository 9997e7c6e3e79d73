package org.gongkao.organisation;

import org.jspecify.annotations.Nullable;

/**
 * 工考管理机构。The office that answers for the units of a region; {@code superior} is the agency above. Its code is its
 * region's code.
 */
public record Agency(
        String code,
        String name,
        AgencyLevel level,
        @Nullable String superior,
        String regionCode) {}

package org.gongkao.organisation;

import org.jspecify.annotations.Nullable;

/**
 * 单位。Where a worker is employed. The agency is the one that answers for it (市直 units: the city's own, whatever county
 * they stand in); the region is the place where it stands.
 */
public record Unit(
        String code,
        String name,
        UnitKind kind,
        @Nullable String departmentCode,
        String agencyCode,
        String regionCode,
        UnitStatus status) {

    public boolean isActive() {
        return status == UnitStatus.ACTIVE;
    }

    Unit with(UnitStatus to) {
        return new Unit(code, name, kind, departmentCode, agencyCode, regionCode, to);
    }
}

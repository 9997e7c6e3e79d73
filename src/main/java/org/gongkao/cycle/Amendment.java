package org.gongkao.cycle;

import java.time.Instant;
import java.util.List;

/** 补充通知。A confirmed change of a published year, as others may tell it. */
public record Amendment(
        long id,
        long packageId,
        int year,
        String regionCode,
        String documentNumber,
        Instant effectiveAt,
        int version,
        List<Difference> changes) {

    Amendment with(List<Difference> labelled) {
        return new Amendment(
                id, packageId, year, regionCode, documentNumber, effectiveAt, version, List.copyOf(labelled));
    }

    public boolean changes(String field) {
        return changes.stream().anyMatch(change -> change.field().equals(field));
    }
}

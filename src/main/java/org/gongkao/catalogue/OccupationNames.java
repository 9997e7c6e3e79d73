package org.gongkao.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.cycle.Cycles;
import org.springframework.stereotype.Component;

/** 工种名称。Finds the occupations of the year's catalogue by the name that people and spreadsheets write. */
@Component
public class OccupationNames {

    private final Catalogue catalogue;
    private final Cycles cycles;

    OccupationNames(Catalogue catalogue, Cycles cycles) {
        this.catalogue = catalogue;
        this.cycles = cycles;
    }

    /** By the whole name, merged occupations included: a certificate keeps the name that it was issued with. */
    public Optional<Occupation> find(String name, Instant at) {
        return all(at).stream().filter(one -> one.name().equals(name.strip())).findFirst();
    }

    /** All occupations of the year, merged ones included; none while no year is published. */
    public List<Occupation> all(Instant at) {
        return cycles.find(at).map(catalogue::all).orElse(List.of());
    }
}

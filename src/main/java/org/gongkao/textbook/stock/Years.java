package org.gongkao.textbook.stock;

import java.time.Instant;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.springframework.stereotype.Component;

/** The year that is current for whoever asks: a unit has its agency's. */
@Component
class Years {

    private final Cycles cycles;
    private final Organisation organisation;

    Years(Cycles cycles, Organisation organisation) {
        this.cycles = cycles;
        this.organisation = organisation;
    }

    Cycle of(Actor actor, Instant now) {
        var office = actor.office();
        var agency = office.kind() == Office.Kind.UNIT
                ? organisation.unit(office.code()).agencyCode()
                : office.code();
        return cycles.current(agency, now);
    }
}

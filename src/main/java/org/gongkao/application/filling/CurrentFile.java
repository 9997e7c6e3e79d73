package org.gongkao.application.filling;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** 本年申报。The one file of the current year that a worker's pages are about, and a clerk's for the worker. */
@Component
class CurrentFile {

    private final Applications applications;
    private final Cycles cycles;

    CurrentFile(Applications applications, Cycles cycles) {
        this.applications = applications;
        this.cycles = cycles;
    }

    int year(Instant now) {
        return cycles.current(now).year();
    }

    Optional<Application> find(Filler filler, Instant now) {
        return filler.assists()
                ? applications.assisted(year(now), filler.personId(), filler.actor())
                : applications.ofWorker(year(now), filler.actor());
    }

    Application get(Filler filler, Instant now) {
        return find(filler, now)
                .orElseThrow(() ->
                        new Refusal(filler.assists() ? ApplicationRefusal.NOT_ASSISTED : CommonRefusal.NOT_FOUND));
    }

    Application get(Actor worker, Instant now) {
        return get(Filler.own(worker), now);
    }
}

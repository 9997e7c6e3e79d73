package org.gongkao.application.filling;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** 本年申报。The one file of the current year that a worker's pages are about. */
@Component
class CurrentFile {

    private final Applications applications;
    private final Cycles cycles;

    CurrentFile(Applications applications, Cycles cycles) {
        this.applications = applications;
        this.cycles = cycles;
    }

    Optional<Application> find(Actor worker, Instant now) {
        return applications.ofWorker(cycles.current(now).year(), worker);
    }

    Application get(Actor worker, Instant now) {
        return find(worker, now).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }
}

package org.gongkao.application;

import java.time.Instant;
import org.gongkao.application.Application.Moved;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 办理过程。What every move has in common: its line of history, the new place of the file, the audit, the event. Within the act's transaction. */
@Component
public class Moving {

    private final Applications applications;
    private final History history;
    private final Routing routing;
    private final Cycles cycles;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Moving(
            Applications applications,
            History history,
            Routing routing,
            Cycles cycles,
            Audit audit,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.history = history;
        this.routing = routing;
        this.cycles = cycles;
        this.audit = audit;
        this.events = events;
    }

    /** The file's own year package, with the amendments in force for the agency that answers for it. */
    public Cycle cycle(Application application, Instant at) {
        var filing = application.filing();
        var agency = filing == null
                ? routing.agency(application.unitCode())
                : filing.authority().code();
        return cycles.of(application.packageId(), agency, at);
    }

    public Timing timing(Application application, Instant at) {
        return new Timing(cycle(application, at)::window, application.progress().own());
    }

    /** The file is before the officer's office and may be decided by this person. */
    public void requireTurn(Application application, Actor officer, Instant at) {
        application.find(Act.APPROVE, officer, timing(application, at).openAt(at));
        requireOtherPerson(application, officer);
    }

    /** Nobody reviews their own file or decides on two tiers of one file. */
    public void requireOtherPerson(Application application, Actor officer) {
        if (application.isOf(officer)) {
            throw new Refusal(ApplicationRefusal.OWN_FILE);
        }
        if (history.decidedElsewhere(application, officer.account(), officer.personId(), officer.office())) {
            throw new Refusal(ApplicationRefusal.DECIDED_ON_OTHER_TIER);
        }
    }

    public long write(Moved moved, History.Words words, Instant at) {
        return write(moved, null, words, at);
    }

    public long write(Moved moved, @Nullable Filing filing, History.Words words, Instant at) {
        applications.write(moved, filing, at);
        var act = history.add(moved, words, at);
        audit.record(
                moved.by(),
                moved.act().label(),
                "application:" + moved.from().number(),
                moved.from().state().label() + "→" + moved.to().state().label());
        events.publishEvent(new ApplicationMoved(moved.from().id(), act));
        return act;
    }
}

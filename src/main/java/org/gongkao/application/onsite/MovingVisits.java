package org.gongkao.application.onsite;

import java.time.Instant;
import org.gongkao.application.VisitAct;
import org.gongkao.application.VisitActed;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 现场审查办理过程。What every act has in common: the new place, its line of history, the audit, the event. Within the act's transaction. */
@Component
class MovingVisits {

    private final Visits visits;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MovingVisits(Visits visits, Audit audit, ApplicationEventPublisher events) {
        this.visits = visits;
        this.audit = audit;
        this.events = events;
    }

    void write(Visit from, VisitAct act, Visit to, Actor by, String reason, Instant at) {
        visits.write(from, to);
        record(from, act, to.state(), by, reason, at);
    }

    void record(Visit visit, VisitAct act, VisitState to, Actor by, String reason, Instant at) {
        long line = visits.act(visit, act, to, by, reason, at);
        audit.record(by, "现场审查：" + act.label(), "application:" + visit.number(), to.label());
        events.publishEvent(new VisitActed(visit.id(), line));
    }
}

package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Assistance;
import org.gongkao.application.AssistanceReady;
import org.gongkao.application.Assistances;
import org.gongkao.audit.Audit;
import org.gongkao.person.Registered;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 请单位代填。The worker asks the unit to fill in, or ends it; the unit says that it is done and asks the worker to confirm. */
@Component
class Assisting {

    private final CurrentFile current;
    private final Editing editing;
    private final Applicants applicants;
    private final Assistances assistances;
    private final Completeness completeness;
    private final CheckingEligibility checking;
    private final Registered registered;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Assisting(
            CurrentFile current,
            Editing editing,
            Applicants applicants,
            Assistances assistances,
            Completeness completeness,
            CheckingEligibility checking,
            Registered registered,
            Audit audit,
            ApplicationEventPublisher events) {
        this.current = current;
        this.editing = editing;
        this.applicants = applicants;
        this.assistances = assistances;
        this.completeness = completeness;
        this.checking = checking;
        this.registered = registered;
        this.audit = audit;
        this.events = events;
    }

    /** What still stands open for a unit that the worker has left is ended with it. */
    @Transactional
    public void ask(Actor worker, Instant arrived) {
        var application = editing.open(current.get(worker, arrived).number(), Filler.own(worker), arrived);
        var unit = applicants
                .confirmedAt(application.personId())
                .orElseThrow(() -> new Refusal(ApplicationRefusal.UNIT_UNCONFIRMED));
        var open = assistances.open(application);
        if (open.filter(one -> one.office().equals(unit.toString())).isPresent()) {
            return;
        }
        open.ifPresent(former -> assistances.end(application, worker, arrived));
        assistances.ask(application, unit, worker, arrived);
        audit.record(worker, "请单位代填", subject(application), "");
    }

    /** At any time; a second click changes nothing. */
    @Transactional
    public void end(Actor worker, Instant arrived) {
        var application = current.get(worker, arrived);
        if (assistances.end(application, worker, arrived)) {
            audit.record(worker, "改为自己填写", subject(application), "");
        }
    }

    /** Tells the worker once, however often it is pressed, until the unit writes again. */
    @Transactional
    public void ready(Filler filler, int seenVersion, Instant arrived) {
        var application = current.get(filler, arrived).asSeenAt(seenVersion);
        editing.open(application.number(), filler, arrived);
        var open = assistances.open(application).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (open.awaitsWorker(application)) {
            return;
        }
        requireReady(application, open, arrived);
        if (assistances.ready(open, arrived)) {
            audit.record(filler.actor(), "代填完成，请本人确认", subject(application), "");
            events.publishEvent(new AssistanceReady(open.id(), arrived));
        }
    }

    private void requireReady(Application application, Assistance open, Instant arrived) {
        var checked = checking.of(application, arrived);
        if (!open.hasWritten() || !completeness.lacks(checked, arrived).isEmpty()) {
            throw new Refusal(ApplicationRefusal.NOT_READY);
        }
        if (!registered.isRegistered(application.personId())) {
            throw new Refusal(ApplicationRefusal.NO_ACCOUNT);
        }
    }

    private static String subject(Application application) {
        return "application:" + application.number();
    }
}

package org.gongkao.worker;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 单位核验。The unit says once whether a person works for it; one who was refused chooses a unit again. */
@Component
class Confirming {

    private final UnitWorkers unitWorkers;
    private final WorkerRows workers;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Confirming(
            UnitWorkers unitWorkers,
            WorkerRows workers,
            Organisation organisation,
            ApplicationEventPublisher events,
            Audit audit) {
        this.unitWorkers = unitWorkers;
        this.workers = workers;
        this.organisation = organisation;
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    void confirm(long personId, int seenVersion, Actor clerk, Instant arrived) {
        var seen = asSeen(personId, seenVersion, clerk);
        unitWorkers.decide(seen, Standing.CONFIRMED, null, clerk, arrived);
        audit.record(clerk, "核验职工", "person:" + personId, "确认为本单位职工");
        events.publishEvent(new WorkerConfirmed(personId, seen.version() + 1));
    }

    @Transactional
    void refuse(long personId, int seenVersion, String reason, Actor clerk, Instant arrived) {
        int length = reason.strip().length();
        new Faults()
                .addIf(length < 2 || length > 200, "reason", "请写明不予确认的原因，2 至 200 个字，本人会看到。")
                .refuse();
        var seen = asSeen(personId, seenVersion, clerk);
        unitWorkers.decide(seen, Standing.REFUSED, reason.strip(), clerk, arrived);
        audit.record(clerk, "核验职工", "person:" + personId, "不予确认");
        events.publishEvent(new WorkerRefused(personId, seen.version() + 1));
    }

    /** The worker's own act: as long as no unit stands by them they can name another. */
    @Transactional
    void chooseUnit(String unitCode, Actor worker, Instant arrived) {
        var unit = organisation.unit(unitCode);
        if (!unit.isActive()) {
            throw new Refusal(WorkerRefusal.UNIT_GONE);
        }
        if (workers.find(worker.person()).filter(Worker::confirmed).isPresent()) {
            throw new Refusal(WorkerRefusal.STILL_CONFIRMED);
        }
        workers.enrol(worker.person(), unitCode, Standing.UNCONFIRMED, null, arrived);
        audit.record(worker, "选择单位", "person:" + worker.person(), unitCode);
        events.publishEvent(new UnitChosen(worker.person()));
    }

    private WorkerRow asSeen(long personId, int seenVersion, Actor clerk) {
        var row = unitWorkers.get(personId, clerk);
        if (row.isOf(clerk)) {
            throw new Refusal(WorkerRefusal.OWN_STANDING);
        }
        if (row.version() != seenVersion) {
            throw new Refusal(WorkerRefusal.ALREADY_DECIDED);
        }
        return row;
    }
}

package org.gongkao.application.filling;

import java.time.Instant;
import java.util.stream.Collectors;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Progress;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.worker.Workers;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 申报人的办理。What a worker does to a file, for tests of the other side. */
@Component
@Profile("test")
public class WorkerActs {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Applications applications;
    private final CheckingEligibility checking;
    private final Completeness completeness;
    private final Submitting submitting;
    private final Objecting objecting;
    private final Withdrawing withdrawing;
    private final Workers workers;

    WorkerActs(
            JdbcClient jdbc,
            Cycles cycles,
            Applications applications,
            CheckingEligibility checking,
            Completeness completeness,
            Submitting submitting,
            Objecting objecting,
            Withdrawing withdrawing,
            Workers workers) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.applications = applications;
        this.checking = checking;
        this.completeness = completeness;
        this.submitting = submitting;
        this.objecting = objecting;
        this.withdrawing = withdrawing;
        this.workers = workers;
    }

    /** Filled in, pledged and handed in by a worker of the unit: before it, with all its tiers to come. */
    public String handedIn(Actor worker, String unit, Instant now) {
        if (workers.find(worker.person())
                .filter(found -> found.unitCode().equals(unit))
                .isEmpty()) {
            workers.enrolConfirmed(worker.person(), unit, Actor.SYSTEM, now);
        }
        var cycle = cycles.current(now);
        var draft = new Application(
                0,
                "",
                worker.person(),
                cycle.year(),
                cycle.packageId(),
                Level.THREE,
                FilledFile.OCCUPATION,
                unit,
                null,
                Progress.DRAFT,
                0);
        var number = applications.begin(draft, now).number();
        FilledFile.fill(jdbc, number, now);
        submit(number, applications.get(number, worker).version(), worker, now);
        return number;
    }

    /** With all boxes ticked that stand on the page. */
    public void submit(String number, int version, Actor worker, Instant now) {
        var application = applications.get(number, worker);
        var ticked = completeness.toConfirm(checking.of(application, now)).stream()
                .collect(Collectors.toMap(ToConfirm::kind, ToConfirm::digest));
        submitting.submit(application, version, ticked, worker, now);
    }

    public void object(String number, int version, String reason, Actor worker, Instant now) {
        objecting.object(number, version, reason, worker, now);
    }

    /** Handed in and taken back: a draft that could be handed in. */
    public String takenBack(Actor worker, String unit, Instant now) {
        var number = handedIn(worker, unit, now);
        withdrawing.recall(number, applications.get(number, worker).version(), worker, now);
        return number;
    }

    public void recall(String number, int version, Actor worker, Instant now) {
        withdrawing.recall(number, version, worker, now);
    }

    public void withdraw(String number, int version, String reason, Actor worker, Instant now) {
        withdrawing.withdraw(number, version, reason, worker, now);
    }
}

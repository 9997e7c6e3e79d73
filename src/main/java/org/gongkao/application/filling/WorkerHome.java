package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongkao.application.Act;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Assistances;
import org.gongkao.application.Bars;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Moves;
import org.gongkao.application.Moving;
import org.gongkao.application.Promises;
import org.gongkao.application.Resuming;
import org.gongkao.application.Timing;
import org.gongkao.application.filling.HomePage.Asked;
import org.gongkao.application.filling.HomePage.Assisted;
import org.gongkao.application.filling.HomePage.Offers;
import org.gongkao.application.filling.HomePage.Owed;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Level;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** Puts together what a worker's home shows: the three questions, what is asked, the file's way. */
@Component
class WorkerHome {

    private final Applications applications;
    private final Applicants applicants;
    private final ToDo toDo;
    private final Briefs briefs;
    private final Way way;
    private final Moving moving;
    private final Bars bars;
    private final Promises promises;
    private final Deferrals deferrals;
    private final Assistances assistances;
    private final Resuming resuming;
    private final Withdrawing withdrawing;

    WorkerHome(
            Applications applications,
            Applicants applicants,
            ToDo toDo,
            Briefs briefs,
            Way way,
            Moving moving,
            Bars bars,
            Promises promises,
            Deferrals deferrals,
            Assistances assistances,
            Resuming resuming,
            Withdrawing withdrawing) {
        this.applications = applications;
        this.applicants = applicants;
        this.toDo = toDo;
        this.briefs = briefs;
        this.way = way;
        this.moving = moving;
        this.bars = bars;
        this.promises = promises;
        this.deferrals = deferrals;
        this.assistances = assistances;
        this.resuming = resuming;
        this.withdrawing = withdrawing;
    }

    HomePage show(Actor worker, Instant now) {
        var cycle = applicants.cycle(worker.person(), now);
        return applications
                .ofWorker(cycle.year(), worker)
                .map(application -> begun(application, worker, now))
                .orElseGet(() -> notBegun(worker, cycle, now));
    }

    private HomePage notBegun(Actor worker, Cycle cycle, Instant now) {
        var bar = bars.of(worker.person(), now);
        return new HomePage(
                bar.map(briefs::barred).orElseGet(() -> briefs.beforeBeginning(cycle, now)),
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                applicants.facts(worker),
                List.of(),
                bar.isEmpty() && cycle.isOpen(Window.REGISTRATION, now) ? Offers.BEGIN : Offers.NONE,
                Assisted.NONE,
                cycle.contact().hotline());
    }

    private HomePage begun(Application application, Actor worker, Instant now) {
        var timing = moving.timing(application, now);
        var promise = promises.of(application, moving.cycle(application, now), timing, now)
                .orElse(null);
        var offered = Set.copyOf(Moves.offered(application.state(), application.partiesOf(worker), timing.openAt(now)));
        boolean open = offered.contains(Act.SUBMIT);
        var toDoNow = open ? toDo.of(application, Places.OWN, now) : ToDo.Open.NONE;
        var missing = toDoNow.missing();
        var defects = toDo.defects(application, Places.OWN);
        var fee = briefs.fee(application);
        var steps = way.of(application, moving.cycle(application, now), fee.isGivenBack());
        int unmended = (int) defects.stream().filter(asked -> !asked.mended()).count();
        int here = (int) steps.stream().filter(step -> step.sign() == Sign.MET).count() + 1;
        var owed = owed(application);
        var assisted = open ? assisted(application) : Assisted.NONE;
        return new HomePage(
                assisted.over(
                        withReason(
                                resumable(
                                        application,
                                        briefs.of(
                                                application,
                                                timing,
                                                promise,
                                                owed,
                                                fee,
                                                missing.size(),
                                                unmended,
                                                steps.size(),
                                                here,
                                                now),
                                        now),
                                way.isReinstated(application)),
                        missing.isEmpty()),
                application.number(),
                application.version(),
                toDoNow.tasks(),
                defects,
                owed.stream().map(one -> owed(application, one, now)).toList(),
                way.lastOffice(application),
                way.decision(application),
                steps,
                applicants.facts(application, moving.cycle(application, now)),
                way.history(application),
                offers(
                        application,
                        offered,
                        missing,
                        defects,
                        timing,
                        fee,
                        bars.of(application.personId(), now).isPresent(),
                        now),
                assisted,
                moving.cycle(application, now).contact().hotline());
    }

    /** What a former unit began is over for the worker, who may ask the new one. */
    private Assisted assisted(Application application) {
        var unit = applicants.confirmedAt(application.personId());
        return assistances
                .open(application)
                .filter(one ->
                        unit.filter(now -> one.office().equals(now.toString())).isPresent())
                .map(one -> new Assisted(false, true, one.awaitsWorker(application), String.join("、", one.savedBy())))
                .orElseGet(() -> new Assisted(unit.isPresent(), false, false, ""));
    }

    private Brief resumable(Application application, Brief brief, Instant now) {
        return resuming.until(application, now)
                .map(until -> new Brief(
                        brief.where(),
                        brief.whereNote(),
                        "期限已延长，可以继续办理",
                        "点“继续办理”，从原来的一步接着办",
                        Shanghai.deadline(until),
                        ""))
                .orElse(brief);
    }

    /** A file that a revoked decision gave back says so until something was done with it. */
    private static Brief withReason(Brief brief, boolean reinstated) {
        return reinstated
                ? new Brief(
                        brief.where(),
                        "处理决定已撤销，申报已恢复。" + brief.whereNote(),
                        brief.asked(),
                        brief.askedNote(),
                        brief.byWhen(),
                        brief.byWhenNote())
                : brief;
    }

    /** What is still to come of a file that is on its way; while it is with the worker, the page of materials says it. */
    private List<Deferral> owed(Application application) {
        return application.state() == ApplicationState.IN_REVIEW
                        || application.state().isApproved()
                ? deferrals.standing(application)
                : List.of();
    }

    private static Owed owed(Application application, Deferral promise, Instant now) {
        var note = promise.state() == DeferralState.HANDED_IN
                ? "已按时补交，等待审核"
                : (application.state().isApproved() ? "须在 " : "审核通过后补交，须在 ") + Shanghai.deadline(promise.dueAt())
                        + " 前补交，逾期不能参加考核";
        return new Owed(
                promise.state().sign(),
                promise.state().label(),
                promise.label(),
                note,
                promise.isOpen(application.state(), now));
    }

    private Offers offers(
            Application application,
            Set<Act> offered,
            List<Fault> missing,
            List<Asked> defects,
            Timing timing,
            Fee fee,
            boolean barred,
            Instant now) {
        boolean open = offered.contains(Act.SUBMIT);
        var pay = fee.payAt();
        var notYet = open ? notYet(missing, defects) : "";
        return new Offers(
                !barred
                        && application.state() == ApplicationState.WITHDRAWN
                        && timing.windows().apply(Window.REGISTRATION).covers(now),
                open,
                notYet,
                offered.contains(Act.RECALL) && withdrawing.isUnitUndecided(application),
                offered.contains(Act.WITHDRAW),
                offered.contains(Act.OBJECT),
                resuming.until(application, now).isPresent(),
                pay,
                !pay.isEmpty() && !now.isBefore(timing.paymentEnd()),
                application.filing() != null,
                application.level() == Level.ONE && application.state() != ApplicationState.DRAFT,
                pay.isEmpty() ? fee.path() : "",
                fee.told());
    }

    private static String notYet(List<Fault> missing, List<Asked> defects) {
        long lacks = missing.stream()
                .filter(fault -> !ToDo.group(fault).equals("defects"))
                .count();
        if (lacks > 0) {
            return "还有 " + lacks + " 项没有填好，补齐后才能提交。";
        }
        long unmended = defects.stream().filter(asked -> !asked.mended()).count();
        return unmended == 0 ? "" : "还有 " + unmended + " 处没有改正。";
    }
}

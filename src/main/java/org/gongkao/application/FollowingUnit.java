package org.gongkao.application;

import java.time.Instant;
import org.gongkao.application.Application.Moved;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.worker.Standing;
import org.gongkao.worker.Workers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申报随单位办理。What becomes of a person's files when the unit refused them, when they chose another, or moved to one. Who applies
 * does so 经所在单位同意 (notice 二(一)), so the unit that lets a file pass is one that has confirmed its worker:
 *
 * <ul>
 *   <li>a draft is always the present unit's: no route is frozen before it is handed in;
 *   <li>a file before a unit that does not stand by the person comes back to them, since it names that unit, and what was
 *       pledged has to name the right one; it is handed in again at the unit chosen then. That this happens late, or that
 *       correction is over, is not to cost the year: it carries the working days of a late file;
 *   <li>a returned file goes to the present unit once it is handed in again;
 *   <li>after a move (调动) the agency's answer decides: the file follows, from the first tier of the new unit's route, or keeps
 *       the frozen one, on which the former unit still answers for whom it had confirmed;
 *   <li>what a higher tier has before it, where the unit let it pass, keeps the frozen route but for that answer; what is
 *       decided or ended stays where it was decided, and on the roster of that unit.
 * </ul>
 */
@Component
public class FollowingUnit {

    private final Applications applications;
    private final Workers workers;
    private final Routing routing;
    private final Moving moving;
    private final Cycles cycles;

    FollowingUnit(Applications applications, Workers workers, Routing routing, Moving moving, Cycles cycles) {
        this.applications = applications;
        this.workers = workers;
        this.routing = routing;
        this.moving = moving;
        this.cycles = cycles;
    }

    /** Looks at how things stand, not at what was heard: told twice, or late, it does nothing more. */
    @Transactional
    public void settle(long personId, Instant at) {
        for (var file : applications.ofPerson(personId, cycles.current(at).year())) {
            switch (file.state()) {
                case DRAFT -> applications.place(file);
                case IN_REVIEW -> underReview(file, at);
                case RETURNED -> returned(file, at);
                default -> {}
            }
        }
    }

    /** The unit before which the file is handed in now. */
    public String unit(Application file) {
        return file.state() == ApplicationState.DRAFT
                ? file.unitCode()
                : workers.unitOfFiles(file.personId(), file.unitCode());
    }

    private void underReview(Application file, Instant at) {
        var unit = unit(file);
        boolean answered = workers.answers(file.unitCode(), file.personId());
        if (answered && !unit.equals(file.unitCode())) {
            var cycle = cycles.of(file.packageId(), routing.agency(unit), at);
            var filing = refiled(file, unit, cycle);
            var to = file.progress()
                    .before(ApplicationState.IN_REVIEW, 0, filing.route().getFirst(), at);
            moving.write(
                    new Moved(file, Act.REROUTE, Actor.SYSTEM, withTimeToLook(to, cycle, at)),
                    filing,
                    History.Words.NONE,
                    at);
        } else if (isBeforeUnit(file) && !answered && isDisowned(file)) {
            handBack(file, at);
        }
    }

    private static boolean isBeforeUnit(Application file) {
        return Office.unit(file.unitCode()).equals(file.progress().holder());
    }

    /** Refused here, or standing elsewhere; a unit that has not looked yet may still confirm. */
    private boolean isDisowned(Application file) {
        return workers.find(file.personId())
                .filter(found -> found.standing() == Standing.REFUSED
                        || !found.unitCode().equals(file.unitCode()))
                .isPresent();
    }

    private void handBack(Application file, Instant at) {
        var cycle = moving.cycle(file, at);
        var to = file.progress().sentBack().in(ApplicationState.RETURNED);
        var until = cycle.workingDays().deadline(at, cycle.ownDateDays());
        if (until.isAfter(new Timing(cycle::window, to.own()).correctionEnd())) {
            to = to.with(to.own().correction(until));
        }
        moving.write(new Moved(file, Act.HAND_BACK, Actor.SYSTEM, to), History.Words.NONE, at);
        returned(applications.get(file.id(), Actor.SYSTEM), at);
    }

    /** Its route is the present unit's from now on, so that the worker reads where it will go. */
    private void returned(Application file, Instant at) {
        var unit = unit(file);
        if (unit.equals(file.unitCode())) {
            return;
        }
        var filing = refiled(file, unit, cycles.of(file.packageId(), routing.agency(unit), at));
        var progress = file.progress();
        var to = new Progress(progress.state(), 0, null, null, 0, progress.objected(), progress.own());
        moving.write(new Moved(file, Act.REROUTE, Actor.SYSTEM, to), filing, History.Words.NONE, at);
    }

    /** The unit's route, under the time and the hash of what was handed in last. */
    private Filing refiled(Application file, String unit, Cycle cycle) {
        var route = routing.route(unit, cycle);
        return new Filing(
                route,
                routing.overseer(route.getLast()),
                file.filed().submittedAt(),
                file.filed().contentHash());
    }

    /** A unit that gets the file after its bell has days of its own, and the worker as many after it. */
    private static Progress withTimeToLook(Progress to, Cycle cycle, Instant at) {
        if (!new Timing(cycle::window, to.own()).openAt(at).contains(When.TIER_OVERDUE)) {
            return to;
        }
        var until = cycle.workingDays().deadline(at, cycle.ownDateDays());
        return to.with(to.own()
                .review(until)
                .correction(Timing.later(
                        cycle.workingDays().deadline(until, cycle.ownDateDays()),
                        to.own().correctionUntil())));
    }
}

package org.gongkao.application.filling;

import java.time.Instant;
import java.util.Map;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Bars;
import org.gongkao.application.Filing;
import org.gongkao.application.FollowingUnit;
import org.gongkao.application.History;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.Moving;
import org.gongkao.application.Progress;
import org.gongkao.application.Routing;
import org.gongkao.application.Timing;
import org.gongkao.application.When;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 提交申报。The worker hands the file in, for the first time or corrected. */
@Component
class Submitting {

    /** 回执。What the worker keeps: which file, when the server had it, and the hash of what it said. */
    record Receipt(String number, Instant at, String contentHash) {}

    private final ItemFindings findings;
    private final CheckingEligibility checking;
    private final Completeness completeness;
    private final Confirmations confirmations;
    private final Submissions submissions;
    private final Routing routing;
    private final FollowingUnit following;
    private final Moving moving;
    private final Bars bars;

    Submitting(
            ItemFindings findings,
            CheckingEligibility checking,
            Completeness completeness,
            Confirmations confirmations,
            Submissions submissions,
            Routing routing,
            FollowingUnit following,
            Moving moving,
            Bars bars) {
        this.findings = findings;
        this.checking = checking;
        this.completeness = completeness;
        this.confirmations = confirmations;
        this.submissions = submissions;
        this.routing = routing;
        this.following = following;
        this.moving = moving;
        this.bars = bars;
    }

    /**
     * Keeps what was shown and confirmed, and hands the file in: both or neither. Who changes the file after it was read for this
     * has counted its version up, which is looked at again in the writing. {@code ticked} says for each kind which text
     * it was, by its digest: one that has changed since the page was shown is confirmed by nobody.
     */
    @Transactional
    public Receipt submit(
            Application application, int seenVersion, Map<String, String> ticked, Actor worker, Instant arrived) {
        application.asSeenAt(seenVersion);
        var checked = checking.of(application, arrived);
        var cycle = checked.cycle();
        var timing = new Timing(cycle::window, application.progress().own());
        application.find(Act.SUBMIT, worker, timing.openAt(arrived));
        // A decision that commits after this look finds the file here: one of the two writes then loses by the version.
        if (checked.isBarred()) {
            bars.requireNone(application.personId(), arrived);
        }
        var toConfirm = completeness.toConfirm(checked);
        completeness.require(checked, toConfirm, ticked, arrived);
        confirmations.add(application, toConfirm, arrived);
        var unit = following.unit(application);
        var hash = submissions.keep(application, checked, unit, arrived);
        boolean again = application.state() == ApplicationState.RETURNED;
        boolean sameRoute = again && unit.equals(application.unitCode());
        var filing = sameRoute ? refiled(application.filed(), arrived, hash) : filed(unit, cycle, arrived, hash);
        int tier = sameRoute ? tierAfterCorrection(application, filing) : 0;
        var to = application
                .progress()
                .before(ApplicationState.IN_REVIEW, tier, filing.route().get(tier), arrived);
        if (again) {
            to = to.with(to.own().afterCorrection());
        }
        to = withTimeToLook(to, application, cycle, arrived);
        moving.write(new Moved(application, Act.SUBMIT, worker, to), filing, History.Words.NONE, arrived);
        return new Receipt(application.number(), arrived, hash);
    }

    private Filing filed(String unit, Cycle cycle, Instant at, String hash) {
        var route = routing.route(unit, cycle);
        return new Filing(route, routing.overseer(route.getLast()), at, hash);
    }

    private static Filing refiled(Filing first, Instant at, String hash) {
        return new Filing(first.route(), first.overseer(), at, hash);
    }

    /** The tier that sent it back; a lower one first where the correction touches what that one had confirmed. */
    private int tierAfterCorrection(Application application, Filing filing) {
        var now = findings.of(application);
        int sender = application.progress().sentBackBy();
        for (int tier = 0; tier < sender; tier++) {
            if (now.touched(filing.route().get(tier))) {
                return tier;
            }
        }
        return sender;
    }

    /**
     * A unit that gets a file after its own bell has working days of its own to look at it; and where it is the first time,
     * after a decision that held the draft back was revoked, the worker has as many to correct it.
     */
    private Progress withTimeToLook(Progress to, Application application, Cycle cycle, Instant arrived) {
        var timing = new Timing(cycle::window, to.own());
        if (!timing.openAt(arrived).contains(When.TIER_OVERDUE)) {
            return to;
        }
        var until = cycle.workingDays().deadline(arrived, cycle.ownDateDays());
        var own = to.own().review(until);
        return to.with(
                application.state() == ApplicationState.DRAFT
                        ? own.correction(cycle.workingDays().deadline(until, cycle.ownDateDays()))
                        : own);
    }
}

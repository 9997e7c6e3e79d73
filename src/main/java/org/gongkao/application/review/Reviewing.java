package org.gongkao.application.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Bars;
import org.gongkao.application.Basis;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Fees;
import org.gongkao.application.Finding;
import org.gongkao.application.Findings;
import org.gongkao.application.History;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Moving;
import org.gongkao.application.Timing;
import org.gongkao.application.UnitPrecondition;
import org.gongkao.application.When;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.Workers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 资格审查。What an officer of any tier does to a file: item by item first, then one decision. */
@Component
class Reviewing {

    private final Applications applications;
    private final ItemFindings findings;
    private final LateDefects late;
    private final History history;
    private final Fees fees;
    private final Workers workers;
    private final Moving moving;
    private final Bars bars;
    private final Deferrals deferrals;
    private final List<UnitPrecondition> preconditions;
    private final Audit audit;

    Reviewing(
            Applications applications,
            ItemFindings findings,
            LateDefects late,
            History history,
            Fees fees,
            Workers workers,
            Moving moving,
            Bars bars,
            Deferrals deferrals,
            List<UnitPrecondition> preconditions,
            Audit audit) {
        this.applications = applications;
        this.findings = findings;
        this.late = late;
        this.history = history;
        this.fees = fees;
        this.workers = workers;
        this.moving = moving;
        this.bars = bars;
        this.deferrals = deferrals;
        this.preconditions = preconditions;
        this.audit = audit;
    }

    /** Keeps what the officer found so far, without deciding. */
    @Transactional
    public void note(String number, int seenVersion, List<Found> found, Actor officer, Instant arrived) {
        var application = applications.get(number, officer).asSeenAt(seenVersion);
        moving.requireTurn(application, officer, arrived);
        keep(application, found, officer, arrived);
        applications.touch(application, arrived);
    }

    /** 审核通过: on to the next tier, and after the last to payment. */
    @Transactional
    public void approve(
            String number, int seenVersion, List<Found> found, UnitsWord word, Actor officer, Instant arrived) {
        var application = decided(number, seenVersion, found, officer, arrived);
        var move = application.find(Act.APPROVE, officer, open(application, arrived));
        bars.requireNoneForApproval(application, arrived);
        var office = officer.office();
        var now = findings.of(application);
        if (!now.letPass(office)) {
            throw new Refusal(move.needs().otherwise());
        }
        if (office.kind() == Office.Kind.UNIT) {
            requireUnitsWord(application, word);
            guarantee(application, word, officer, arrived);
        }
        if (application.isLastTier() && !now.originalsOutstanding().isEmpty()) {
            throw new Refusal(ApplicationRefusal.ORIGINAL_NOT_SEEN);
        }
        var words = new History.Words("", "", word.responsible().strip());
        int next = nextTier(application, now);
        if (next < 0) {
            passed(application, officer, words, arrived);
        } else {
            var to = application
                    .progress()
                    .before(
                            ApplicationState.IN_REVIEW,
                            next,
                            application.filed().route().get(next),
                            arrived);
            moving.write(new Moved(application, Act.APPROVE, officer, to), words, arrived);
        }
    }

    /** The unit names who is responsible, is the one that has confirmed the person, and has done what the level asks of it. */
    private void requireUnitsWord(Application application, UnitsWord word) {
        if (word.responsible().isBlank()) {
            throw new Refusal(ApplicationRefusal.RESPONSIBLE_MISSING);
        }
        if (!workers.answers(application.unitCode(), application.personId())) {
            throw new Refusal(ApplicationRefusal.WORKER_UNCONFIRMED);
        }
        preconditions.forEach(one -> one.require(application));
    }

    /**
     * 单位承诺: the unit read the text of liability of each promise and stands in for it, by name. It is asked each time that it
     * lets the file pass, since what it had answered for may have been corrected since.
     */
    private void guarantee(Application application, UnitsWord word, Actor officer, Instant arrived) {
        if (deferrals.standing(application).isEmpty()) {
            return;
        }
        if (!word.liability()) {
            throw new Refusal(ApplicationRefusal.UNIT_PROMISE_MISSING);
        }
        deferrals.guarantee(application, word.responsible().strip(), officer, arrived);
        audit.record(
                officer,
                "单位容缺承诺",
                "application:" + application.number(),
                word.responsible().strip());
    }

    /** 退回修改: with every defect at once, each bound to its item. */
    @Transactional
    public void returnForCorrection(
            String number, int seenVersion, List<Found> found, String reason, Actor officer, Instant arrived) {
        var application = decided(number, seenVersion, found, officer, arrived);
        var move = application.find(Act.RETURN, officer, open(application, arrived));
        var now = findings.of(application);
        if (!now.nameAllDefects(officer.office())) {
            throw new Refusal(move.needs().otherwise());
        }
        if (!late.unconsented(application, now, officer.office()).isEmpty()) {
            throw new Refusal(ApplicationRefusal.LATE_DEFECT);
        }
        var to = application.progress().sentBack().in(ApplicationState.RETURNED);
        var act = moving.write(
                new Moved(application, Act.RETURN, officer, to), History.Words.of(reason.strip()), arrived);
        findings.defects(application, act, now.defects(officer.office()));
    }

    /** 审核不通过: with reason and clause; the worker may object once to the tier above. */
    @Transactional
    public void reject(
            String number,
            int seenVersion,
            List<Found> found,
            String reason,
            String clause,
            Actor officer,
            Instant arrived) {
        var application = decided(number, seenVersion, found, officer, arrived);
        var move = application.find(Act.REJECT, officer, open(application, arrived));
        if (reason.isBlank() || clause.isBlank()) {
            throw new Refusal(move.needs().otherwise());
        }
        var cycle = moving.cycle(application, arrived);
        var to = application.progress().sentBack().in(ApplicationState.REJECTED);
        // One objection a file: after a reopening the second rejection stands, and ends by itself.
        var until = to.objected() ? arrived : cycle.workingDays().deadline(arrived, cycle.objectionDays());
        moving.write(
                new Moved(application, Act.REJECT, officer, to.with(to.own().objection(until))),
                new History.Words(reason.strip(), clause.strip(), ""),
                arrived);
    }

    /** 单位逾期未审: the answering agency gives the unit (or its department) a date of its own. */
    @Transactional
    public void remind(String number, int seenVersion, Instant until, String reason, Actor officer, Instant arrived) {
        var application = applications.get(number, officer).asSeenAt(seenVersion);
        var move = application.find(Act.REMIND, officer, open(application, arrived));
        if (application.isOf(officer)) {
            throw new Refusal(ApplicationRefusal.OWN_FILE);
        }
        if (!until.isAfter(arrived)) {
            throw new Refusal(move.needs().otherwise());
        }
        var days = moving.cycle(application, arrived);
        var own = application
                .progress()
                .own()
                .review(until)
                .correction(days.workingDays().deadline(until, days.ownDateDays()));
        moving.write(
                new Moved(
                        application, Act.REMIND, officer, application.progress().with(own)),
                History.Words.of(reason.strip()),
                arrived);
    }

    /** 核对原件: an officer whose turn it is had the original in hand. */
    @Transactional
    public void seeOriginal(String number, int seenVersion, String item, Actor officer, Instant arrived) {
        var application = applications.get(number, officer).asSeenAt(seenVersion);
        moving.requireTurn(application, officer, arrived);
        var seen = findings.items(application).stream()
                .filter(i -> i.key().equals(item))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        findings.originalSeen(application, seen, officer, arrived);
        applications.touch(application, arrived);
    }

    /** What a unit gives with its approval: who answers for it, and that the liability of what comes later was read. */
    record UnitsWord(String responsible, boolean liability) {}

    /** What an officer set for one item on the page. */
    record Found(
            String item,
            ItemOutcome outcome,
            @org.jspecify.annotations.Nullable Basis basis,
            String problem,
            String remedy) {}

    private Application decided(String number, int seenVersion, List<Found> found, Actor officer, Instant arrived) {
        var application = applications.get(number, officer).asSeenAt(seenVersion);
        moving.requireTurn(application, officer, arrived);
        keep(application, found, officer, arrived);
        return application;
    }

    private void keep(Application application, List<Found> found, Actor officer, Instant arrived) {
        var office = officer.office();
        var now = findings.of(application);
        for (var one : found) {
            now.items().stream()
                    .filter(i -> i.key().equals(one.item()))
                    .findFirst()
                    .ifPresent(item -> {
                        if (!item.admits(one.outcome())) {
                            throw new Refusal(ApplicationRefusal.PROMISE_ONLY);
                        }
                        var finding = new Finding(
                                0,
                                office.toString(),
                                item.key(),
                                item.hash(),
                                one.outcome(),
                                one.basis(),
                                one.problem(),
                                one.remedy(),
                                officer.name(),
                                arrived);
                        if (!now.of(office, item).map(finding::says).orElse(false)) {
                            findings.add(application, finding, officer);
                        }
                    });
        }
    }

    private Set<When> open(Application application, Instant arrived) {
        return moving.timing(application, arrived).openAt(arrived);
    }

    /** The next tier that has not let this very content pass; -1 when all have. */
    private int nextTier(Application application, Findings now) {
        var approved = history.approvedBy(application);
        var route = application.filed().route();
        for (int tier = application.progress().tier() + 1; tier < route.size(); tier++) {
            var office = route.get(tier);
            if (!approved.contains(office.toString()) || !now.letPass(office)) {
                return tier;
            }
        }
        return -1;
    }

    private void passed(Application application, Actor officer, History.Words words, Instant arrived) {
        var cycle = moving.cycle(application, arrived);
        var to = application.progress().in(ApplicationState.PAYMENT_DUE);
        if (isLate(application, cycle, arrived)) {
            to = to.with(to.own().payment(cycle.workingDays().deadline(arrived, cycle.ownDateDays())));
        }
        var until = new Timing(cycle::window, to.own()).paymentEnd();
        fees.extend(application, until, officer, arrived);
        moving.write(new Moved(application, Act.APPROVE, officer, to), words, arrived);
        fees.open(application, cycle, until, officer, arrived);
        giveTimeForPromises(application, cycle, arrived);
    }

    /** What is promised can be handed in from now on, so however late the offices were, the days of a late file are left for it. */
    private void giveTimeForPromises(Application application, Cycle cycle, Instant arrived) {
        for (var promise : deferrals.standing(application)) {
            deferrals.giveUntil(promise, cycle.workingDays().deadline(arrived, cycle.ownDateDays()));
        }
    }

    private static boolean isLate(Application application, Cycle cycle, Instant arrived) {
        return application.progress().own().isLate()
                || cycle.window(Window.REVIEW).isOver(arrived);
    }
}

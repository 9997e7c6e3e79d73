package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.Set;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Moving;
import org.gongkao.application.VisitAct;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 原件收退。The desk takes in the originals that were brought, under a number, and gives them back. */
@Component
class KeepingOriginals {

    private static final int LONGEST_NAME = 30;

    private final Applications applications;
    private final Moving review;
    private final WantedOriginals wanted;
    private final Visits visits;
    private final Originals originals;
    private final MovingVisits moving;

    KeepingOriginals(
            Applications applications,
            Moving review,
            WantedOriginals wanted,
            Visits visits,
            Originals originals,
            MovingVisits moving) {
        this.applications = applications;
        this.review = review;
        this.wanted = wanted;
        this.visits = visits;
        this.originals = originals;
        this.moving = moving;
    }

    /** 接收原件: those of the wanted ones that were brought; what is missing can be brought another time. */
    @Transactional
    public void receive(String number, int seenVersion, Set<String> brought, Actor officer, Instant arrived) {
        var file = applications.get(number, officer);
        review.requireTurn(file, officer, arrived);
        var visit = running(file).asSeenAt(seenVersion);
        var move = visit.check(VisitAct.RECEIVE, officer, arrived);
        var taken = wanted.of(file).stream()
                .filter(one -> brought.contains(one.item().key()))
                .toList();
        if (taken.isEmpty()) {
            throw new Refusal(OnSiteRefusal.NOTHING_RECEIVED);
        }
        taken.forEach(one -> originals.add(visit, one));
        var cycle = review.cycle(file, arrived);
        var until = cycle.workingDays()
                .deadline(arrived, cycle.section(OnSiteTerms.class).returnDays());
        var custody = new Custody(visits.nextReceipt(file), arrived, until, null, "");
        moving.write(visit, VisitAct.RECEIVE, visit.in(move.to()).with(custody), officer, taken.size() + " 件", arrived);
    }

    /** 退还原件: whatever has become of the file; the originals are their owner's. */
    @Transactional
    public void giveBack(String number, int seenVersion, String to, Actor officer, Instant arrived) {
        var visit = running(applications.get(number, officer)).asSeenAt(seenVersion);
        var move = visit.check(VisitAct.RETURN, officer, arrived);
        var name = to.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refusal(OnSiteRefusal.RECEIVER_MISSING);
        }
        moving.write(
                visit,
                VisitAct.RETURN,
                visit.in(move.to()).with(visit.custody().returned(name, arrived)),
                officer,
                "",
                arrived);
    }

    private Visit running(Application file) {
        return visits.running(file).orElseThrow(() -> new Refusal(OnSiteRefusal.NOT_NOW));
    }
}

package org.gongkao.application.onsite;

import java.time.Instant;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.VisitAct;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 预约现场审查。The worker, or the unit for its worker, books a time, changes it until the eve, or gives it up. */
@Component
class BookingVisits {

    private final Applications applications;
    private final WantedOriginals wanted;
    private final Slots slots;
    private final Visits visits;
    private final MovingVisits moving;

    BookingVisits(Applications applications, WantedOriginals wanted, Slots slots, Visits visits, MovingVisits moving) {
        this.applications = applications;
        this.wanted = wanted;
        this.slots = slots;
        this.visits = visits;
        this.moving = moving;
    }

    /** Books, or changes what was booked: a file has one appointment. */
    @Transactional
    public void book(String number, long chosen, Actor by, Instant arrived) {
        var file = applications.get(number, by);
        var agency = agency(file);
        if (wanted.of(file).isEmpty()) {
            throw new Refusal(OnSiteRefusal.NOT_MARKED);
        }
        var slot = slots.offered(agency, arrived).stream()
                .filter(offered -> offered.id() == chosen)
                .findFirst()
                .orElseThrow(() -> new Refusal(OnSiteRefusal.SLOT_GONE));
        var running = visits.running(file);
        if (running.isPresent()) {
            change(running.get(), slot, by, arrived);
        } else {
            slots.take(slot);
            moving.record(visits.add(file, slot), VisitAct.BOOK, VisitState.BOOKED, by, "", arrived);
        }
    }

    private void change(Visit visit, Slot slot, Actor by, Instant arrived) {
        visit.check(VisitAct.CHANGE, by, arrived);
        if (visit.slot().id() == slot.id()) {
            throw new Refusal(OnSiteRefusal.SAME_SLOT);
        }
        // Always the lower number first: two who change places with each other do not wait for each other for ever.
        if (visit.slot().id() < slot.id()) {
            slots.give(visit);
            slots.take(slot);
        } else {
            slots.take(slot);
            slots.give(visit);
        }
        moving.write(
                visit, VisitAct.CHANGE, visit.at(slot), by, "原约 " + visit.slot().when(), arrived);
    }

    @Transactional
    public void cancel(String number, Actor by, Instant arrived) {
        var visit = visits.running(applications.get(number, by)).orElseThrow(() -> new Refusal(OnSiteRefusal.NOT_NOW));
        end(visit, VisitAct.CANCEL, "", by, arrived);
    }

    /** The file has left the agency: what was booked for it is free again. */
    @Transactional
    public void release(Application file, Instant at) {
        visits.running(file)
                .filter(visit -> visit.state() == VisitState.BOOKED)
                .ifPresent(visit -> end(visit, VisitAct.RELEASE, file.state().label(), Actor.SYSTEM, at));
    }

    private void end(Visit visit, VisitAct act, String reason, Actor by, Instant at) {
        var move = visit.check(act, by, at);
        slots.give(visit);
        moving.write(visit, act, visit.in(move.to()), by, reason, at);
    }

    /** Originals are shown to the agency before which the file lies. */
    private static Office agency(Application file) {
        if (!file.progress().liesBeforeAgency()) {
            throw new Refusal(OnSiteRefusal.NOT_BEFORE_AGENCY);
        }
        return java.util.Objects.requireNonNull(file.progress().holder());
    }
}

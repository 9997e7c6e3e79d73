package org.gongkao.application.onsite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.gongkao.application.VisitAct;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 安排现场审查时段。An agency offers times within the review, several days at once, and takes one back. */
@Component
class OpeningSlots {

    private static final int LONGEST_REASON = 200;

    /** 拟开时段。The same hours on each day from the first to the last; other than working days only if asked for. */
    record Asked(
            LocalDate first,
            LocalDate last,
            LocalTime from,
            LocalTime until,
            String place,
            int capacity,
            boolean everyDay) {}

    private final Slots slots;
    private final Visits visits;
    private final MovingVisits moving;
    private final Cycles cycles;
    private final Audit audit;

    OpeningSlots(Slots slots, Visits visits, MovingVisits moving, Cycles cycles, Audit audit) {
        this.slots = slots;
        this.visits = visits;
        this.moving = moving;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** Opens all of them or none; answers how many. */
    @Transactional
    public int open(Asked asked, Actor officer, Instant arrived) {
        var cycle = cycles.current(officer.office().code(), arrived);
        var review = cycle.window(Window.REVIEW);
        var ends = asked.last().atTime(asked.until()).atZone(Shanghai.ZONE).toInstant();
        var starts = asked.first().atTime(asked.from()).atZone(Shanghai.ZONE).toInstant();
        if (starts.isBefore(review.from()) || ends.isAfter(review.to())) {
            throw new Refusal(
                    OnSiteRefusal.OUTSIDE_REVIEW, Shanghai.minute(review.from()), Shanghai.deadline(review.to()));
        }
        if (starts.isBefore(Slots.tomorrow(arrived))) {
            throw new Refusal(OnSiteRefusal.SLOT_PAST);
        }
        List<LocalDate> days = asked.everyDay()
                ? asked.first().datesUntil(asked.last().plusDays(1)).toList()
                : cycle.workingDays().from(asked.first(), asked.last());
        if (days.isEmpty()) {
            throw new Refusal(OnSiteRefusal.NO_WORKING_DAY);
        }
        for (var day : days) {
            slots.add(
                    day.atTime(asked.from()).atZone(Shanghai.ZONE).toInstant(),
                    day.atTime(asked.until()).atZone(Shanghai.ZONE).toInstant(),
                    asked.place(),
                    asked.capacity(),
                    officer,
                    arrived);
        }
        audit.record(officer, "安排现场审查时段", officer.office().toString(), days.size() + " 个");
        return days.size();
    }

    /** An empty one just closes; where somebody has booked, a reason is given and they are told. */
    @Transactional
    public int close(long id, String reason, Actor officer, Instant arrived) {
        var slot = slots.lock(id, officer);
        if (!slot.isOpen()) {
            throw new Refusal(OnSiteRefusal.SLOT_GONE);
        }
        var booked = visits.booked(slot);
        if (!booked.isEmpty() && reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Refusal(OnSiteRefusal.CLOSING_REASON_MISSING);
        }
        for (var visit : booked) {
            var move = visit.check(VisitAct.CALL_OFF, officer, arrived);
            slots.give(visit);
            moving.write(visit, VisitAct.CALL_OFF, visit.in(move.to()), officer, reason.strip(), arrived);
        }
        slots.close(slot, reason.strip());
        audit.record(officer, "取消现场审查时段", officer.office().toString(), slot.when());
        return booked.size();
    }
}

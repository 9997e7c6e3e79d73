package org.gongkao.notification;

import java.time.Instant;
import java.util.Map;
import org.gongkao.cycle.Cycles;
import org.gongkao.notification.Due.Ahead;
import org.gongkao.notification.Due.Debt;
import org.gongkao.notification.Due.Group;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 到期提醒。Three days and one day before a deadline, by business time, once each, to those who still owe something then. A
 * deadline that is moved has reminders of its own. A bar that has run out is told the same way, and so is what
 * stands before the check of originals or after it, and what units owe for textbooks.
 */
@Component
class Reminding {

    private final Due due;
    private final Cycles cycles;
    private final Messages messages;
    private final OfficeReminders offices;
    private final EndedBars endedBars;
    private final VisitReminders visits;
    private final TextbookReminders textbooks;

    Reminding(
            Due due,
            Cycles cycles,
            Messages messages,
            OfficeReminders offices,
            EndedBars endedBars,
            VisitReminders visits,
            TextbookReminders textbooks) {
        this.due = due;
        this.cycles = cycles;
        this.messages = messages;
        this.offices = offices;
        this.endedBars = endedBars;
        this.visits = visits;
        this.textbooks = textbooks;
    }

    @Transactional
    public int remind(Instant now) {
        int told = 0;
        var groups = due.groups();
        for (var group : groups) {
            var cycle = cycles.of(group.packageId(), group.agencyCode(), now);
            for (var debt : Debt.values()) {
                told += round(debt, group, cycle.window(debt.window).to(), now);
            }
        }
        for (var debt : Debt.values()) {
            told += ownDates(debt, now);
        }
        told += offices.tell(groups, now);
        return told + promises(now) + endedBars.tell(now) + visits.tell(now) + textbooks.tell(now);
    }

    private int round(Debt debt, Group group, Instant deadline, Instant now) {
        for (var ahead : Ahead.values()) {
            if (ahead.covers(now, deadline) && due.begin(name(debt.name(), group, deadline, ahead), now)) {
                return due.remind(debt, group, ahead, deadline, now);
            }
        }
        return 0;
    }

    private int ownDates(Debt debt, Instant now) {
        int told = 0;
        for (var late : due.withOwnDates(debt, now)) {
            var years = cycles.of(late.packageId(), late.agencyCode(), now).window(debt.window);
            // A date of its own only lengthens: with an earlier one the file is reminded of the year's.
            if (!late.deadline().isAfter(years.to())) {
                continue;
            }
            for (var ahead : Ahead.values()) {
                if (ahead.covers(now, late.deadline())) {
                    messages.give(new Told(
                            Due.occasion(debt, late, ahead),
                            Told.to(late.personId()),
                            debt.template,
                            Map.of(
                                    "number", late.number(),
                                    "until", Shanghai.deadline(late.deadline()),
                                    "left", ahead.left),
                            "/application",
                            now));
                    told++;
                }
            }
        }
        return told;
    }

    /** 容缺后补: each promise has a date of its own, and the unit promised to see to it. */
    private int promises(Instant now) {
        int told = 0;
        for (var late : due.promises(now)) {
            for (var ahead : Ahead.values()) {
                if (ahead.covers(now, late.deadline())) {
                    promise(late, ahead, Told.to(late.personId()), Template.PROMISE_DUE, now);
                    promise(late, ahead, Told.to(Office.unit(late.unitCode())), Template.UNIT_PROMISE_DUE, now);
                    told += 2;
                }
            }
        }
        return told;
    }

    private void promise(Due.Promised late, Ahead ahead, String recipient, Template template, Instant now) {
        messages.give(new Told(
                "due:" + late.number() + ":PROMISE:" + late.deadline().getEpochSecond() + ":" + ahead,
                recipient,
                template,
                Map.of("number", late.number(), "until", Shanghai.deadline(late.deadline()), "left", ahead.left),
                "/deferrals/" + late.number(),
                now));
    }

    static String name(String what, Group group, Instant deadline, Ahead ahead) {
        return what + ":" + group.packageId() + ":" + group.agencyCode() + ":" + deadline.getEpochSecond() + ":"
                + ahead;
    }
}

package org.gongkao.eligibility;

import java.time.LocalDate;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Shanghai;

/** The year that is asked about: its notice, the day on which its registration opens. */
record Moment(int year, LocalDate noticeDay, LocalDate opening) {

    static Moment of(Cycle cycle) {
        return new Moment(
                cycle.year(),
                cycle.noticeDay(),
                Shanghai.day(cycle.window(Window.REGISTRATION).from()));
    }

    /** The same days some years on: what later notices will say nobody knows. */
    Moment later(int years) {
        return new Moment(year + years, noticeDay.plusYears(years), opening.plusYears(years));
    }
}

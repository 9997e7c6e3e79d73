package org.gongkao.application;

import java.time.Instant;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/**
 * 承诺时限。Until when the office before which a file lies has promised to decide: {@code used} of {@code total} working days
 * are gone. The days while the file was with the worker do not count; the notice's window ends it where it comes first.
 */
public record Promise(Instant due, int used, int total, Pace pace) {

    /** 时限进度。How much of the promised time is gone, at 50, 80 and 100 percent; shown by sign and word, not by colour alone. */
    public enum Pace {
        FIRST_HALF("前半", Sign.REST),
        SECOND_HALF("过半", Sign.NOW),
        DUE_SOON("将到期", Sign.DUE),
        LATE("超期", Sign.UNMET);

        private final String label;
        private final Sign sign;

        Pace(String label, Sign sign) {
            this.label = label;
            this.sign = sign;
        }

        public String label() {
            return label;
        }

        public Sign sign() {
            return sign;
        }

        static Pace at(int used, int total) {
            if (used * 10 >= total * 8) {
                return DUE_SOON;
            }
            return used * 2 >= total ? SECOND_HALF : FIRST_HALF;
        }
    }

    /** The days in which an objection is decided; nothing pauses them. */
    public static Promise ofObjection(Cycle cycle, Instant since, Instant now) {
        int total = cycle.objectionDays();
        var due = objectionDue(cycle, since);
        int used = cycle.workingDays().between(Shanghai.day(since), Shanghai.day(now));
        return new Promise(due, used, total, now.isBefore(due) ? Pace.at(used, total) : Pace.LATE);
    }

    /** Until when an objection that was raised then is to be decided. */
    public static Instant objectionDue(Cycle cycle, Instant since) {
        return cycle.workingDays().deadline(since, cycle.objectionDays());
    }

    /**
     * @param since since when the file has been before the office
     * @param earlier working days that the same office had it for before
     */
    public static Promise of(Cycle cycle, Timing timing, Office.Kind kind, Instant since, int earlier, Instant now) {
        var days = cycle.workingDays();
        // Who gets a file back with the time used up cannot decide in no time: one working day is left to it.
        int left = Math.max(1, cycle.promisedDays(kind) - earlier);
        var promised = days.deadline(since, left);
        var window = timing.reviewEnd();
        // A date of its own was given because the promise had failed; only ever longer.
        boolean ends = timing.own().reviewUntil() != null || window.isBefore(promised);
        var due = ends ? window : promised;
        var arrived = Shanghai.day(since);
        int used = earlier + days.between(arrived, Shanghai.day(now));
        int total = earlier + days.between(arrived, Shanghai.day(due.minusMillis(1)));
        return new Promise(due, used, total, now.isBefore(due) ? Pace.at(used, total) : Pace.LATE);
    }
}

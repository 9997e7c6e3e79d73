package org.gongkao.application.onsite;

import java.time.Instant;
import java.time.LocalTime;
import org.gongkao.shared.Shanghai;

/** 现场审查时段。When and where an agency looks at originals, and of how many files. */
record Slot(
        long id,
        String agency,
        Instant startsAt,
        Instant endsAt,
        String place,
        int capacity,
        int booked,
        String state) {

    int free() {
        return capacity - booked;
    }

    boolean isOpen() {
        return state.equals("OPEN");
    }

    String when() {
        return when(startsAt, endsAt);
    }

    static String when(Instant from, Instant until) {
        return Shanghai.dateAndWeekday(from) + " " + hours(from, until);
    }

    /** 09:00至11:30. */
    static String hours(Instant from, Instant until) {
        return clock(from) + "至" + clock(until);
    }

    private static LocalTime clock(Instant at) {
        return LocalTime.ofInstant(at, Shanghai.ZONE).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }
}

package org.gongkao.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/** The days that a date can mean. What holds for some of them only is unknown: no first of January is made up. */
record Days(LocalDate first, LocalDate last) {

    static Days of(PartialDate date) {
        return new Days(date.earliest(), date.latest());
    }

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /** Whether all these days lie before all the others; null where that depends on the day. */
    @Nullable
    Boolean before(Days other) {
        if (last.isBefore(other.first)) {
            return true;
        }
        return first.isBefore(other.last) ? null : Boolean.FALSE;
    }

    OptionalInt year() {
        return first.getYear() == last.getYear() ? OptionalInt.of(first.getYear()) : OptionalInt.empty();
    }

    /** Whole years from these days to a day, none before them; a birthday on 29 February falls on 1 March in other years. */
    OptionalInt wholeYearsUntil(Days day) {
        int most = years(first, day.last);
        return most == years(last, day.first) ? OptionalInt.of(most) : OptionalInt.empty();
    }

    private static int years(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return 0;
        }
        return Period.between(from, to).getYears();
    }
}

package org.gongkao.cycle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;

/**
 * 工作日。Which days count: Monday to Friday, less the holidays and plus the weekends worked that the State Council's yearly
 * arrangement names. A year whose arrangement is not known is refused, never guessed.
 */
public final class WorkingDays {

    private final Set<Integer> years;
    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;

    public WorkingDays(Set<Integer> years, Set<LocalDate> off, Set<LocalDate> worked) {
        this.years = Set.copyOf(years);
        this.off = Set.copyOf(off);
        this.worked = Set.copyOf(worked);
    }

    /** The years whose arrangement is known. */
    public Set<Integer> years() {
        return years;
    }

    public boolean isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new Refusal(CycleRefusal.CALENDAR_MISSING, day.getYear());
        }
        if (off.contains(day)) {
            return false;
        }
        return worked.contains(day) || day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** The n-th working day after a day; the day itself does not count (民法典 第二百零一条). */
    public LocalDate after(LocalDate day, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count " + count);
        }
        var at = day;
        int left = count;
        while (left > 0) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /** The end, exclusive, of the n-th working day after an instant: its 24:00. */
    public Instant deadline(Instant from, int count) {
        return Shanghai.startOf(after(Shanghai.day(from), count).plusDays(1));
    }

    /** All working days from one day up to and with another, for counting in SQL by their place in the list. */
    public List<LocalDate> from(LocalDate first, LocalDate upTo) {
        return first.isAfter(upTo)
                ? List.of()
                : first.datesUntil(upTo.plusDays(1)).filter(this::isWorkingDay).toList();
    }

    /** The same, no further than the arrangement of the years is known. */
    public List<LocalDate> knownFrom(LocalDate first, LocalDate upTo) {
        var known = LocalDate.of(Collections.max(years), 12, 31);
        return from(first, upTo.isAfter(known) ? known : upTo);
    }

    /** How many working days lie after one day and up to and with another; none when it is not later. */
    public int between(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (var day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}

package org.gongkao.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkao.cycle.Period;
import org.gongkao.shared.Shanghai;

/** The months that the time line spans, and where on it an instant lies, in percent. */
record YearAxis(LocalDate first, LocalDate end) {

    /** A month's name in the middle of its space. */
    record Month(String label, String at) {}

    static YearAxis of(List<Period> periods) {
        var from = periods.stream().map(Period::from).min(Instant::compareTo).orElseThrow();
        var to = periods.stream().map(Period::to).max(Instant::compareTo).orElseThrow();
        var first = Shanghai.day(from).withDayOfMonth(1);
        var last = Shanghai.day(to.minusNanos(1000)).withDayOfMonth(1);
        return new YearAxis(first, last.plusMonths(1));
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(Shanghai.startOf(first)) && instant.isBefore(Shanghai.startOf(end));
    }

    String at(Instant instant) {
        return percent(part(instant));
    }

    String width(Period period) {
        return percent(part(period.to()) - part(period.from()));
    }

    /** The names of the months but the one in which today is marked. */
    List<Month> months(Instant now) {
        var months = new ArrayList<Month>();
        for (var month = first; month.isBefore(end); month = month.plusMonths(1)) {
            if (!Shanghai.day(now).withDayOfMonth(1).equals(month)) {
                var middle = (part(Shanghai.startOf(month)) + part(Shanghai.startOf(month.plusMonths(1)))) / 2;
                months.add(new Month(month.getMonthValue() + "月", percent(middle)));
            }
        }
        return months;
    }

    List<String> grid() {
        var lines = new ArrayList<String>();
        for (var month = first; !month.isAfter(end); month = month.plusMonths(1)) {
            lines.add(percent(part(Shanghai.startOf(month))));
        }
        return lines;
    }

    private double part(Instant instant) {
        var from = Shanghai.startOf(first);
        double whole = Duration.between(from, Shanghai.startOf(end)).toSeconds();
        return Math.clamp(Duration.between(from, instant).toSeconds() / whole, 0, 1);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", part * 100);
    }
}

package org.gongkao.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.gongkao.cycle.Period;
import org.gongkao.shared.Shanghai;

/** How the home page writes days: without the year, which stands above, and half-open ends as people say them. */
final class HomeWords {

    private HomeWords() {}

    /** 3月28日 24:00. */
    static String deadline(Instant end) {
        return withoutYear(Shanghai.deadline(end));
    }

    /** 3月10日 00:00. */
    static String start(Instant from) {
        return withoutYear(Shanghai.minute(from));
    }

    /** 3月6日—3月8日; whole months as 4月—7月. */
    static String span(Period period) {
        var first = Shanghai.day(period.from());
        var last = lastDay(period);
        if (first.getDayOfMonth() == 1 && last.plusDays(1).getDayOfMonth() == 1) {
            var months = first.getMonthValue() + "月";
            return first.getMonth() == last.getMonth() && first.getYear() == last.getYear()
                    ? months
                    : months + "—" + last.getMonthValue() + "月";
        }
        return day(first) + "—" + day(last);
    }

    /** 还有 13 天, counted in days of the calendar; 今天截止 on the last. */
    static String left(Period period, Instant now) {
        long days = ChronoUnit.DAYS.between(Shanghai.day(now), lastDay(period));
        return days == 0 ? "今天截止" : "还有 " + days + " 天";
    }

    static String day(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static LocalDate lastDay(Period period) {
        return Shanghai.day(period.to().minusNanos(1000));
    }

    private static String withoutYear(String text) {
        return text.substring(text.indexOf('年') + 1);
    }
}

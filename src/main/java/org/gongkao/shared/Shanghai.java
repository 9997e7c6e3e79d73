package org.gongkao.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** 北京时间。The only place that names the zone; the JVM's own zone is never asked. */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern TYPED_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final String[] WEEKDAYS = {"一", "二", "三", "四", "五", "六", "日"};

    private Shanghai() {}

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /**
     * A day as it is typed, 2023-03-13; empty for anything else. The standard's signed years of nine digits are nobody's day:
     * neither the calendar nor the database goes as far.
     */
    public static Optional<LocalDate> typedDay(String text) {
        try {
            return TYPED_DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** 2023年3月13日. */
    public static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 2023年3月13日 星期一. */
    public static String dateAndWeekday(Instant instant) {
        var day = day(instant);
        return date(day) + " 星期" + WEEKDAYS[day.getDayOfWeek().getValue() - 1];
    }

    /** 2023年3月13日 09:42. */
    public static String minute(Instant instant) {
        var at = at(instant);
        return date(at.toLocalDate()) + String.format(Locale.ROOT, " %02d:%02d", at.getHour(), at.getMinute());
    }

    /** 2023年3月13日 09:42:07. */
    public static String second(Instant instant) {
        return minute(instant) + String.format(Locale.ROOT, ":%02d", at(instant).getSecond());
    }

    /** The end of a half-open window as people write it: midnight is 24:00 of the day before. */
    public static String deadline(Instant exclusiveEnd) {
        var at = at(exclusiveEnd);
        return at.toLocalTime().toSecondOfDay() == 0 && at.getNano() == 0
                ? date(at.toLocalDate().minusDays(1)) + " 24:00"
                : minute(exclusiveEnd);
    }

    private static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }
}

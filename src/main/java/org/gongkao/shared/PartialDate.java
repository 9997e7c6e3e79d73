package org.gongkao.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 不完整日期。A date as a personnel file or a memory gives it: to the day, to the month, or only the year. What is not known
 * stays unknown; no first of January is made up.
 */
public record PartialDate(int year, int month, int day) {

    private static final Pattern PARTS = Pattern.compile("(\\d{4})(?:[-./年](\\d{1,2})(?:[-./月](\\d{1,2})日?|月?)|年?)");
    private static final Pattern SOLID = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");

    /** Reads 2005、2005-09、2005年9月、2005.9.1、200509、20050901; wide digits and spaces are forgiven. */
    public static Optional<PartialDate> parse(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var solid = SOLID.matcher(text);
        var parts = solid.matches() ? solid : PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var date = new PartialDate(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        return date.exists() ? Optional.of(date) : Optional.empty();
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    public static PartialDate year(int year) {
        return new PartialDate(year, 0, 0);
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private boolean exists() {
        if (year < 1900 || year > 2100 || month > 12) {
            return false;
        }
        try {
            return month == 0 || LocalDate.of(year, month, Math.max(1, day)).getYear() == year;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** The first day that it can mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** The last day that it can mean. */
    public LocalDate latest() {
        var first = earliest();
        if (day != 0) {
            return first;
        }
        return month == 0
                ? first.plusYears(1).minusDays(1)
                : first.plusMonths(1).minusDays(1);
    }

    public boolean isAfter(LocalDate today) {
        return earliest().isAfter(today);
    }

    /** 2005-09, as it is kept. */
    @Override
    public String toString() {
        if (month == 0) {
            return String.valueOf(year);
        }
        return day == 0
                ? String.format(Locale.ROOT, "%d-%02d", year, month)
                : String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day);
    }

    /** 2005年9月, as it is shown. */
    public String words() {
        return year + "年" + (month == 0 ? "" : month + "月") + (day == 0 ? "" : day + "日");
    }
}

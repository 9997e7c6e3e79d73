package org.gongkao.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * 法定退休年龄。The month in which a person reaches it: 《国务院关于渐进式延迟法定退休年龄的办法》, in force from 1 January 2025. Men and
 * women of 55 wait one month longer for every four months of birth, women of 50 for every two, up to 63, 58 and 55.
 */
public final class RetirementAge {

    private record Steps(int age, YearMonth firstDelayed, int step, int most) {}

    private RetirementAge() {}

    public static YearMonth month(RetirementCategory category, YearMonth birth) {
        var steps = steps(category);
        return birth.plusYears(steps.age).plusMonths(delay(steps, birth));
    }

    /** The day in that month; somebody born on a 31st reaches it on the last day of a shorter month. */
    static LocalDate day(RetirementCategory category, LocalDate birth) {
        var month = month(category, YearMonth.from(birth));
        return month.atDay(Math.min(birth.getDayOfMonth(), month.lengthOfMonth()));
    }

    private static int delay(Steps steps, YearMonth birth) {
        long months = ChronoUnit.MONTHS.between(steps.firstDelayed, birth);
        return months < 0 ? 0 : (int) Math.min(steps.most, months / steps.step + 1);
    }

    private static Steps steps(RetirementCategory category) {
        return switch (category) {
            case MEN_60 -> new Steps(60, YearMonth.of(1965, 1), 4, 36);
            case WOMEN_55 -> new Steps(55, YearMonth.of(1970, 1), 4, 36);
            case WOMEN_50 -> new Steps(50, YearMonth.of(1975, 1), 2, 60);
        };
    }
}

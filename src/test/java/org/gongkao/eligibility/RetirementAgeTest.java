package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetirementAgeTest {

    @ParameterizedTest
    @CsvSource({
        "MEN_60,   1964-12, 2024-12",
        "MEN_60,   1965-01, 2025-02",
        "MEN_60,   1965-04, 2025-05",
        "MEN_60,   1965-05, 2025-07",
        "MEN_60,   1976-08, 2039-07",
        "MEN_60,   1976-09, 2039-09",
        "MEN_60,   1990-01, 2053-01",
        "WOMEN_55, 1969-12, 2024-12",
        "WOMEN_55, 1970-01, 2025-02",
        "WOMEN_55, 1970-04, 2025-05",
        "WOMEN_55, 1970-05, 2025-07",
        "WOMEN_55, 1981-09, 2039-09",
        "WOMEN_50, 1974-12, 2024-12",
        "WOMEN_50, 1975-01, 2025-02",
        "WOMEN_50, 1975-02, 2025-03",
        "WOMEN_50, 1975-03, 2025-05",
        "WOMEN_50, 1984-11, 2039-11",
        "WOMEN_50, 1995-06, 2050-06",
    })
    void the_month_is_that_of_the_table(OriginalRetirementAge category, YearMonth birth, YearMonth retires) {
        assertThat(RetirementAge.month(category, birth)).isEqualTo(retires);
    }

    @Test
    void whoever_retires_in_2026_and_2027_was_born_in_the_months_of_the_table() {
        assertThat(bornToRetireIn(2026, OriginalRetirementAge.MEN_60)).containsExactly("1965-10", "1966-07");
        assertThat(bornToRetireIn(2026, OriginalRetirementAge.WOMEN_50)).containsExactly("1975-09", "1976-04");
        assertThat(bornToRetireIn(2027, OriginalRetirementAge.MEN_60)).containsExactly("1966-08", "1967-04");
        assertThat(bornToRetireIn(2027, OriginalRetirementAge.WOMEN_50)).containsExactly("1976-05", "1976-12");
    }

    private static List<String> bornToRetireIn(int year, OriginalRetirementAge category) {
        var months = new ArrayList<YearMonth>();
        for (var birth = YearMonth.of(1960, 1); birth.getYear() < 1990; birth = birth.plusMonths(1)) {
            if (RetirementAge.month(category, birth).getYear() == year) {
                months.add(birth);
            }
        }
        return List.of(months.getFirst().toString(), months.getLast().toString());
    }

    @ParameterizedTest
    @EnumSource(OriginalRetirementAge.class)
    void nobody_born_later_retires_earlier_and_the_delay_never_passes_its_most(OriginalRetirementAge category) {
        int original =
                Integer.parseInt(category.name().substring(category.name().length() - 2));
        int most = category == OriginalRetirementAge.WOMEN_50 ? 60 : 36;
        var before = YearMonth.of(1900, 1);
        for (var birth = YearMonth.of(1940, 1); birth.getYear() < 2010; birth = birth.plusMonths(1)) {
            var month = RetirementAge.month(category, birth);
            assertThat(month.isAfter(before)).as("born %s", birth).isTrue();
            assertThat(ChronoUnit.MONTHS.between(birth.plusYears(original), month))
                    .isBetween(0L, (long) most);
            before = month;
        }
    }

    @Test
    void born_on_a_day_that_the_month_does_not_have_is_its_last_day() {
        assertThat(RetirementAge.day(OriginalRetirementAge.MEN_60, LocalDate.of(1965, 1, 31)))
                .isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(RetirementAge.day(OriginalRetirementAge.MEN_60, LocalDate.of(1964, 2, 29)))
                .isEqualTo(LocalDate.of(2024, 2, 29));
    }
}

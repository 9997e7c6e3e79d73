package org.gongkao.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 国办发明电〔2022〕16号 and 〔2023〕7号. */
class WorkingDaysTest {

    private final WorkingDays days = ShippedPackage.LUOYANG_2023.read().workingDays();

    @ParameterizedTest
    @CsvSource({
        "2023-01-02, false, new year",
        "2023-01-03, true, the day after",
        "2023-01-20, true, the Friday before spring festival",
        "2023-01-21, false, spring festival begins on a Saturday",
        "2023-01-27, false, spring festival ends on a Friday",
        "2023-01-28, true, a Saturday worked",
        "2023-01-29, true, a Sunday worked",
        "2023-04-04, true, the last day before 清明",
        "2023-04-05, false, 清明 inside the review window",
        "2023-04-06, true, a Thursday",
        "2023-04-08, false, an ordinary Saturday",
        "2023-04-23, true, a Sunday worked",
        "2023-04-29, false, labour day begins",
        "2023-05-03, false, labour day ends",
        "2023-05-06, true, a Saturday worked",
        "2023-06-25, true, a Sunday worked",
        "2023-10-06, false, the last day of national day",
        "2023-10-07, true, a Saturday worked",
        "2023-10-08, true, a Sunday worked",
        "2023-12-29, true, the last working day of the year",
        "2023-12-30, false, an ordinary Saturday",
        "2024-01-01, false, new year of the next calendar",
        "2024-02-04, true, a Sunday worked",
        "2024-02-09, true, new year's eve was not a holiday in 2024",
        "2024-02-18, true, a Sunday worked",
        "2024-10-12, true, a Saturday worked",
    })
    void each_day_counts_as_the_state_council_arranged(LocalDate day, boolean works, String why) {
        assertThat(days.isWorkingDay(day)).as(why).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-03, 1, 2023-04-04",
        "2023-04-04, 1, 2023-04-06",
        "2023-04-03, 5, 2023-04-11",
        "2023-04-10, 5, 2023-04-17",
        "2023-01-20, 1, 2023-01-28",
        "2023-01-20, 3, 2023-01-30",
        "2023-04-21, 1, 2023-04-23",
        "2023-04-28, 1, 2023-05-04",
        "2023-04-28, 3, 2023-05-06",
        "2023-09-28, 2, 2023-10-08",
        "2023-12-29, 1, 2024-01-02",
        "2023-04-08, 1, 2023-04-10",
    })
    void the_day_itself_does_not_count(LocalDate from, int count, LocalDate last) {
        assertThat(days.after(from, count)).isEqualTo(last);
        assertThat(days.between(from, last)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-03T00:00:00+08:00,     5, 2023-04-12T00:00:00+08:00",
        "2023-04-03T23:59:59.999+08:00, 5, 2023-04-12T00:00:00+08:00",
        "2023-04-04T00:00:00+08:00,     5, 2023-04-13T00:00:00+08:00",
    })
    void a_deadline_is_24_00_of_its_last_day_whatever_the_hour_of_the_first(
            OffsetDateTime from, int count, OffsetDateTime end) {
        assertThat(days.deadline(from.toInstant(), count)).isEqualTo(end.toInstant());
    }

    @Test
    void the_day_is_that_of_beijing_not_of_the_machine() {
        assertThat(days.deadline(Instant.parse("2023-04-03T16:00:00Z"), 1))
                .isEqualTo(OffsetDateTime.parse("2023-04-07T00:00:00+08:00").toInstant());
    }

    @Test
    void a_year_without_an_arrangement_is_refused_not_guessed() {
        assertThatThrownBy(() -> days.after(LocalDate.of(2024, 12, 31), 1))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).sentence())
                .isEqualTo("2025年的工作日安排尚未录入，请联系考务管理员补录后再办理。");
        assertThatThrownBy(() -> days.isWorkingDay(LocalDate.of(2022, 12, 30))).isInstanceOf(Refusal.class);
    }

    @Test
    void nothing_lies_between_a_day_and_an_earlier_one() {
        assertThat(days.between(LocalDate.of(2023, 4, 6), LocalDate.of(2023, 4, 3)))
                .isZero();
        assertThat(days.between(LocalDate.of(2023, 4, 6), LocalDate.of(2023, 4, 6)))
                .isZero();
    }
}

package org.gongkao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShanghaiTest {

    @Test
    void a_typed_day_is_one_of_the_calendar_and_never_one_that_no_database_keeps() {
        assertThat(Shanghai.typedDay("2023-03-28")).contains(LocalDate.of(2023, 3, 28));
        for (var none : new String[] {"", "2023-02-29", "2023-3-28", "28.3.2023", "+999999999-12-31", "-0001-01-01"}) {
            assertThat(Shanghai.typedDay(none)).as(none).isEmpty();
        }
    }
}

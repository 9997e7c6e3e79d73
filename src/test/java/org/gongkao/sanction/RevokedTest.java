package org.gongkao.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a revocation gives back beside what still stands: every year of the other decision, and its bar before, over and after. */
class RevokedTest {

    private static final Instant TAKEN = Instant.parse("2023-04-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2023-06-01T00:00:00Z");

    private static Imposed other(int year, String from, String until) {
        return new Imposed(
                7, year, new Bar("6号", Instant.parse(from + "T00:00:00Z"), Instant.parse(until + "T00:00:00Z")));
    }

    private static boolean givesBack(Imposed... standing) {
        return new Revoked(7, "5号", List.of(standing)).givesBack(2023, TAKEN, NOW);
    }

    @Test
    void with_nothing_else_decided_the_file_comes_back() {
        assertThat(givesBack()).isTrue();
    }

    @Test
    void a_decision_on_the_same_year_keeps_it_even_when_its_bar_is_over() {
        assertThat(givesBack(other(2023, "2023-03-01", "2025-03-01"))).isFalse();
        assertThat(givesBack(other(2023, "2023-03-01", "2023-05-01"))).isFalse();
    }

    @Test
    void a_bar_that_runs_now_keeps_it_whatever_its_year() {
        for (int year = 2020; year < 2026; year++) {
            assertThat(givesBack(other(year, "2023-05-01", "2023-06-02")))
                    .as("%d", year)
                    .isFalse();
        }
    }

    @Test
    void an_earlier_years_decision_keeps_what_could_not_have_been_begun_under_it() {
        assertThat(givesBack(other(2022, "2022-03-01", "2023-04-02"))).isFalse();
        assertThat(givesBack(other(2021, "2021-03-01", "2023-04-01")))
                .as("begun after it was over")
                .isTrue();
    }

    @Test
    void a_later_years_decision_whose_bar_does_not_run_takes_nothing_of_an_earlier_year() {
        assertThat(givesBack(other(2024, "2023-06-02", "2025-06-02"))).isTrue();
    }
}

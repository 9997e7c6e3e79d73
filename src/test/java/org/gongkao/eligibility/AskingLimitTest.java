package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskingLimitTest {

    private Instant now = Instant.parse("2023-03-15T01:00:00Z");
    private final AskingLimit limit = new AskingLimit(() -> now);

    @Test
    void an_address_has_its_share_and_the_next_minute_again() {
        for (int i = 0; i < AskingLimit.PAGES; i++) {
            assertThat(limit.page("203.0.113.7")).isEmpty();
        }
        now = now.plusSeconds(20);
        assertThat(limit.page("203.0.113.7"))
                .as("never told to come back too early")
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(41)));
        assertThat(limit.page("203.0.113.8")).as("another address").isEmpty();
        assertThat(limit.verdicts("203.0.113.7", 1)).as("another use").isEmpty();
        now = now.plusSeconds(41);
        assertThat(limit.page("203.0.113.7")).isEmpty();
    }

    @Test
    void a_batch_counts_as_many_as_it_holds_and_what_does_not_fit_takes_nothing() {
        assertThat(limit.verdicts("203.0.113.7", AskingLimit.VERDICTS - 5)).isEmpty();
        assertThat(limit.verdicts("203.0.113.7", 6)).isPresent();
        assertThat(limit.verdicts("203.0.113.7", 5)).isEmpty();
    }
}

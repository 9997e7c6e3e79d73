package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A dated task whose node was killed in the middle of it goes on elsewhere, soon. */
@TestPropertySource(properties = "db-scheduler.enabled=true")
class KilledTasksDbTest extends DatabaseTest {

    @Test
    void what_a_killed_node_was_at_is_taken_up_within_two_minutes() {
        int taken = jdbc.sql("""
                        update public.scheduled_tasks
                           set picked = true, picked_by = 'killed', last_heartbeat = now() - interval '61 seconds',
                               execution_time = now() - interval '61 seconds'
                         where task_name = 'events-purge'
                        """).update();
        assertThat(taken).isOne();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                jdbc.sql("select picked from public.scheduled_tasks where task_name = 'events-purge'")
                                        .query(Boolean.class)
                                        .single())
                        .isFalse());
    }
}

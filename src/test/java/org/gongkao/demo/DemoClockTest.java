package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.gongkao.DatabaseTest;
import org.gongkao.shared.MachineClock;
import org.junit.jupiter.api.Test;

class DemoClockTest extends DatabaseTest {

    private static final Instant LAST_MINUTE = Instant.parse("2023-03-28T15:59:00Z");

    private Instant machineTime = Instant.parse("2026-05-04T01:00:00Z");
    private final MachineClock machine = () -> machineTime;

    @Test
    void a_new_demo_begins_within_registration() {
        assertThat(new DemoClock(machine, jdbc).instant()).isEqualTo("2023-03-15T02:00:00Z");
    }

    @Test
    void it_runs_on_from_where_it_was_set() {
        var demo = new DemoClock(machine, jdbc);
        demo.set(LAST_MINUTE, "郑工");
        machineTime = machineTime.plusSeconds(30);
        assertThat(demo.instant()).isEqualTo(LAST_MINUTE.plusSeconds(30));
    }

    @Test
    void the_setting_survives_a_restart_and_remembers_who_made_it() {
        new DemoClock(machine, jdbc).set(LAST_MINUTE, "郑工");
        var afterRestart = new DemoClock(machine, jdbc);
        assertThat(afterRestart.instant()).isEqualTo(LAST_MINUTE);
        assertThat(afterRestart.setting().by()).isEqualTo("郑工");
    }

    @Test
    void set_back_to_real_time_it_stays_there_after_a_restart() {
        new DemoClock(machine, jdbc).backToRealTime("郑工");
        var afterRestart = new DemoClock(machine, jdbc);
        assertThat(afterRestart.setting().isRealTime()).isTrue();
        assertThat(afterRestart.instant()).isEqualTo(machineTime);
    }

    @Test
    void who_keeps_the_same_time_elsewhere_is_told_at_once_and_at_each_change() {
        var demo = new DemoClock(machine, jdbc);
        var told = new ArrayList<Duration>();
        demo.follow(told::add);
        demo.set(LAST_MINUTE, "郑工");
        demo.backToRealTime("郑工");
        assertThat(told)
                .containsExactly(
                        Duration.between(machineTime, Instant.parse("2023-03-15T02:00:00Z")),
                        Duration.between(machineTime, LAST_MINUTE),
                        Duration.ZERO);
    }
}

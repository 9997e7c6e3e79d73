package org.gongkao.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Shanghai;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 演示时钟。Business time that an administrator of a demo sets to any moment of the cycle; it runs on from there. Kept in the
 * database, so it survives a restart; asked from memory, because every request asks it.
 */
@Component
@Profile("demo")
class DemoClock implements BusinessClock {

    /** Where a new demo begins: within registration and review, so that every room has something to do. */
    private static final Instant BEGINNING = Instant.parse("2023-03-15T02:00:00Z");

    /** 时钟设定。How far business time stands from the machine's, and who said so; nobody did at the start. */
    record Setting(Duration shift, String by) {
        boolean isRealTime() {
            return shift.isZero();
        }
    }

    private final MachineClock machine;
    private final JdbcClient jdbc;
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
    private volatile Setting setting;

    DemoClock(MachineClock machine, JdbcClient jdbc) {
        this.machine = machine;
        this.jdbc = jdbc;
        this.setting = stored();
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(setting.shift()).truncatedTo(ChronoUnit.MICROS);
    }

    Setting setting() {
        return setting;
    }

    /** 2023年3月28日 23:59:12. */
    String inWords() {
        return Shanghai.second(instant());
    }

    void set(Instant to, String by) {
        write(new Setting(Duration.between(machine.instant(), to).truncatedTo(ChronoUnit.SECONDS), by));
    }

    void backToRealTime(String by) {
        write(new Setting(Duration.ZERO, by));
    }

    /** Tells whoever keeps the same time outside of this program how far it stands from the machine's, now and at each change. */
    void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(setting.shift());
    }

    private Setting stored() {
        return jdbc.sql("select shift_seconds, set_by from demo.clock")
                .query((row, number) -> new Setting(Duration.ofSeconds(row.getLong(1)), row.getString(2)))
                .optional()
                .orElseGet(() -> {
                    set(BEGINNING, "");
                    return setting;
                });
    }

    private void write(Setting next) {
        jdbc.sql("""
            insert into demo.clock (shift_seconds, set_by, set_at) values (:shift, :by, :at)
            on conflict (id) do update set shift_seconds = :shift, set_by = :by, set_at = :at
            """)
                .param("shift", next.shift().toSeconds())
                .param("by", next.by())
                .param("at", machine.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        setting = next;
        followers.forEach(follower -> follower.accept(next.shift()));
    }
}

package org.gongkao.demo;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 调整演示时间。Moves the whole platform to another moment, on record. */
@Service
@Profile("demo")
class SettingClock {

    private final DemoClock clock;
    private final Audit audit;

    SettingClock(DemoClock clock, Audit audit) {
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    void set(Instant to, Actor by) {
        audit.record(by, "调整演示时间", "clock:demo", "设为" + Shanghai.second(to));
        clock.set(to, by.name());
    }

    @Transactional
    void backToRealTime(Actor by) {
        audit.record(by, "调整演示时间", "clock:demo", "恢复真实时间");
        clock.backToRealTime(by.name());
    }
}

package org.gongkao.demo;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Says on every page of a demo that the clock is set, to when, and by whom. */
@Component
@Profile("demo")
class ClockNotice implements ChromeSource {

    private final DemoClock clock;

    ClockNotice(DemoClock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable String line(Line line, @Nullable Actor actor, Instant arrived) {
        var setting = clock.setting();
        return line != Line.CLOCK_NOTICE || setting.isRealTime()
                ? null
                : "演示时间：" + Shanghai.second(arrived) + said(setting.by());
    }

    private static String said(String by) {
        return by.isEmpty() ? "" : "，由" + by + "设定";
    }
}

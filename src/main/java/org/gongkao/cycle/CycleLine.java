package org.gongkao.cycle;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 年度名称行。Says on every page which year is current. */
@Component
class CycleLine implements ChromeSource {

    private final Cycles cycles;

    CycleLine(Cycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public @Nullable String line(Line line, @Nullable Actor actor, Instant arrived) {
        return line == Line.CYCLE ? cycles.find(arrived).map(Cycle::name).orElse(null) : null;
    }
}

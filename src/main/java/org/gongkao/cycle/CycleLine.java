package org.gongkao.cycle;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Chrome;
import org.gongkao.shared.ChromeSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 年度名称行。Says on every page which year is current and who runs it. */
@Component
class CycleLine implements ChromeSource {

    private final Cycles cycles;
    private final RegionWords regions;

    /** Regions come with migrations: each name is looked up once, not with every page. */
    private final Map<String, String> names = new ConcurrentHashMap<>();

    CycleLine(Cycles cycles, RegionWords regions) {
        this.cycles = cycles;
        this.regions = regions;
    }

    @Override
    public @Nullable String line(Line line, @Nullable Actor actor, Instant arrived) {
        return line == Line.CYCLE ? cycles.find(arrived).map(Cycle::name).orElse(null) : null;
    }

    @Override
    public Chrome.@Nullable Organiser organiser(Instant arrived) {
        return cycles.find(arrived).map(this::organiser).orElse(null);
    }

    private Chrome.Organiser organiser(Cycle cycle) {
        var contact = cycle.contact();
        return new Chrome.Organiser(
                names.computeIfAbsent(cycle.regionCode(), regions::name),
                contact.host(),
                contact.office(),
                contact.address(),
                contact.hotline());
    }
}

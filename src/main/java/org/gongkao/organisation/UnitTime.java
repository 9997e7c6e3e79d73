package org.gongkao.organisation;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;

/** 单位信息办理时段。When something may be done to a unit's entry in the year. */
enum UnitTime {
    /** 3月6日—3月8日，各单位核对相关信息. */
    NAMES_WINDOW("核对单位信息期间"),
    /** What was asked for in time can be decided until the day on which workers begin to choose their unit. */
    BEFORE_REGISTRATION("网上注册报名开始前"),
    ANY_TIME("随时");

    private final String label;

    UnitTime(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean covers(Optional<Cycle> cycle, Instant at) {
        return switch (this) {
            case ANY_TIME -> true;
            case NAMES_WINDOW -> cycle.isPresent() && cycle.get().isOpen(Window.UNIT_NAMES, at);
            case BEFORE_REGISTRATION ->
                cycle.isPresent()
                        && !at.isBefore(cycle.get().window(Window.UNIT_NAMES).from())
                        && at.isBefore(cycle.get().window(Window.REGISTRATION).from());
        };
    }

    /** Passes, or says since when it is too late, or that it is too early. */
    void check(Optional<Cycle> cycle, Instant at) {
        if (covers(cycle, at)) {
            return;
        }
        var names = cycle.map(year -> year.window(Window.UNIT_NAMES));
        if (names.isEmpty() || at.isBefore(names.get().from())) {
            throw new Refusal(OrganisationRefusal.NAMES_NOT_OPEN);
        }
        throw new Refusal(
                OrganisationRefusal.NAMES_CLOSED, Shanghai.deadline(names.get().to()));
    }
}

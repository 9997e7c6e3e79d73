package org.gongkao.sanction;

import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the navigation shows of this module. A worker who was told of no case sees no such room. */
@Component
class SanctionRooms implements ChromeSource {

    private final SanctionRows rows;
    private final BusinessClock clock;

    SanctionRooms(SanctionRows rows, BusinessClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Bean
    static Room sanctionsRoom() {
        return Room.of(
                "违规处理",
                SanctionController.LIST,
                60,
                Role.COUNTY_REVIEWER,
                Role.CITY_REVIEWER,
                Role.PROVINCE_REVIEWER,
                Role.ADMINISTRATOR);
    }

    @Bean
    static Room hearingRoom() {
        return Room.of("处理与申辩", HearingController.PAGE, 50, Role.WORKER);
    }

    @Override
    public boolean isBare(String path, Actor actor) {
        return path.equals(HearingController.PAGE) && !rows.hasOwn(actor);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(SanctionController.LIST) ? rows.waiting(actor, clock.instant()) : 0;
    }
}

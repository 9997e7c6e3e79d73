package org.gongkao.application.closing;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The room of the reports, and how many wait there for the agency above. */
@Component
class ClosingRooms implements ChromeSource {

    static final String HERE = "/closings";

    private final Closings closings;

    ClosingRooms(Closings closings) {
        this.closings = closings;
    }

    @Bean
    static Room closingsRoom() {
        return Room.of("汇总上报", HERE, 35, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(HERE) ? closings.waiting(actor.office()) : 0;
    }
}

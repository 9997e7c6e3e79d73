package org.gongkao.application.roster;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rooms of the roster. */
@Configuration(proxyBeanMethods = false)
class RosterRooms {

    @Bean
    Room rosterRoom() {
        return Room.of("花名册", "/roster", 30, Role.UNIT_CLERK);
    }

    @Bean
    Room rostersRoom() {
        return Room.of("单位花名册", "/rosters", 30, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
    }
}

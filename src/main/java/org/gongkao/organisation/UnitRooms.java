package org.gongkao.organisation;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class UnitRooms {

    @Bean
    Room unitRoom() {
        return Room.of(
                "单位",
                UnitFilter.BASE,
                60,
                Role.COUNTY_REVIEWER,
                Role.CITY_REVIEWER,
                Role.PROVINCE_REVIEWER,
                Role.ADMINISTRATOR);
    }

    @Bean
    Room ownUnitRoom() {
        return Room.of("单位信息", "/units/changes", 60, Role.UNIT_CLERK);
    }
}

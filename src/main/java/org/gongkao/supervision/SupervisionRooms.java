package org.gongkao.supervision;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the navigation shows of this module. A county sees its own figures as the city does. */
@Component
class SupervisionRooms {

    @Bean
    static Room supervisionRoom() {
        return Room.of(
                "监管", SupervisionController.LIST, 15, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
    }

    @Bean
    static Room checksRoom() {
        return Room.of(
                "抽查", CheckController.LIST, 16, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
    }
}

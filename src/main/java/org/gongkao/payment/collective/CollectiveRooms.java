package org.gongkao.payment.collective;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room in which a unit pays for its people. */
@Configuration(proxyBeanMethods = false)
class CollectiveRooms {

    @Bean
    Room collectivesRoom() {
        return Room.of("统一缴费", CollectivePage.PATH, 35, Role.UNIT_CLERK);
    }
}

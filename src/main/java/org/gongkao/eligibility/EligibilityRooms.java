package org.gongkao.eligibility;

import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room of the self-check, for visitors too. */
@Configuration(proxyBeanMethods = false)
class EligibilityRooms {

    @Bean
    Room selfCheckRoom() {
        return Room.open("资格自测", "/self-check", 20);
    }
}

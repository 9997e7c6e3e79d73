package org.gongkao.textbook;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room of textbooks. */
@Configuration(proxyBeanMethods = false)
class TextbookRooms {

    @Bean
    Room textbooksRoom() {
        return Room.of("教材征订", "/textbooks", 40, Role.WORKER, Role.UNIT_CLERK);
    }
}

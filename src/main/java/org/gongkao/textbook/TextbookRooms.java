package org.gongkao.textbook;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rooms of textbooks: the choice and the unit's sheet, and what an office sees of all of them. */
@Configuration(proxyBeanMethods = false)
class TextbookRooms {

    @Bean
    Room textbooksRoom() {
        return Room.of("教材征订", "/textbooks", 40, Role.WORKER, Role.UNIT_CLERK);
    }

    @Bean
    Room textbookOrdersRoom() {
        return Room.of(
                "教材",
                "/textbook-orders",
                40,
                Role.COUNTY_REVIEWER,
                Role.CITY_REVIEWER,
                Role.PROVINCE_REVIEWER,
                Role.AUDITOR);
    }
}

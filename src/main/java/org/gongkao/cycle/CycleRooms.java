package org.gongkao.cycle;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rooms of this module in the navigation. */
@Configuration(proxyBeanMethods = false)
class CycleRooms {

    private static final String PATH = "/administration/cycles";

    @Bean
    Room cycleRoom() {
        return Room.of("年度计划", PATH, 600, Role.ADMINISTRATOR);
    }

    /** How many amendments wait for this person's confirmation. */
    @Bean
    ChromeSource waitingAmendments(Amendments amendments) {
        return new ChromeSource() {
            @Override
            public int count(String path, Actor actor) {
                return path.equals(PATH) && actor.is(Role.ADMINISTRATOR) ? amendments.waitingFor(actor) : 0;
            }
        };
    }
}

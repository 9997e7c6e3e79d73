package org.gongkao.application.filling;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class WorkerRooms {

    @Bean
    Room workerRoom() {
        return Room.of("我的申报", "/application", 10, Role.WORKER);
    }
}

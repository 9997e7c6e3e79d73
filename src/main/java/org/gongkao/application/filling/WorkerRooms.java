package org.gongkao.application.filling;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The places of filling in in the navigation: the worker's, and the clerk's with how many have asked for it. */
@Component
class WorkerRooms implements ChromeSource {

    private final AssistedWorkers workers;

    WorkerRooms(AssistedWorkers workers) {
        this.workers = workers;
    }

    @Bean
    static Room workerRoom() {
        return Room.of("我的申报", "/application", 10, Role.WORKER);
    }

    @Bean
    static Room assistanceRoom() {
        return Room.of("代填申报", AssistanceController.HERE, 32, Role.UNIT_CLERK);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(AssistanceController.HERE) && actor.is(Role.UNIT_CLERK) ? workers.asked(actor) : 0;
    }
}

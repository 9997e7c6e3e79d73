package org.gongkao.worker;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The place of changes of unit in the navigation, and how many wait for the office. */
@Component
class MoveRooms implements ChromeSource {

    static final String PATH = "/moves";

    private final UnitMoves moves;

    MoveRooms(UnitMoves moves) {
        this.moves = moves;
    }

    @Bean
    static Room movesRoom() {
        return Room.of("职工调动", PATH, 36, Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(PATH) ? moves.waiting(actor) : 0;
    }
}

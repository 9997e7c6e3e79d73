package org.gongkao.application.levelone;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * What the navigation shows of level one while any file of level one has come to the office, and how many files on paper are on
 * their way to it. A unit reaches those from its page of recommendations.
 */
@Component
class LevelOneRooms implements ChromeSource {

    private final PaperFiles papers;

    LevelOneRooms(PaperFiles papers) {
        this.papers = papers;
    }

    @Bean
    static Room levelOneRoom() {
        return Room.of("一级推荐", LevelOneController.HERE, 20, Role.UNIT_CLERK);
    }

    @Bean
    static Room papersRoom() {
        return Room.of(
                "一级纸质材料",
                PaperController.HERE,
                22,
                Role.DEPARTMENT_CLERK,
                Role.COUNTY_REVIEWER,
                Role.CITY_REVIEWER,
                Role.PROVINCE_REVIEWER);
    }

    @Override
    public boolean isBare(String path, Actor actor) {
        return (path.equals(LevelOneController.HERE) || path.equals(PaperController.HERE)) && !papers.any(actor);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(PaperController.HERE) ? papers.coming(actor) : 0;
    }
}

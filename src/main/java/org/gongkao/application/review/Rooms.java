package org.gongkao.application.review;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the navigation shows of this module, and how many files wait there. */
@Component
class Rooms implements ChromeSource {

    private static final String REVIEWS = "/reviews";

    private final Queues queues;

    Rooms(Queues queues) {
        this.queues = queues;
    }

    @Bean
    static Room reviewsRoom() {
        return Room.of(
                "资格审查",
                REVIEWS,
                10,
                Role.UNIT_CLERK,
                Role.DEPARTMENT_CLERK,
                Role.COUNTY_REVIEWER,
                Role.CITY_REVIEWER,
                Role.PROVINCE_REVIEWER);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(REVIEWS) ? queues.waiting(actor) : 0;
    }
}

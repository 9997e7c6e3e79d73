package org.gongkao.application.deferral;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Office;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the navigation shows of this module, and how much an agency has to judge. */
@Component
class DeferralRooms implements ChromeSource {

    static final String PATH = "/deferrals";

    private final DeferralLists lists;

    DeferralRooms(DeferralLists lists) {
        this.lists = lists;
    }

    @Bean
    static Room deferralsRoom() {
        return Room.of(
                "容缺后补",
                PATH,
                15,
                Role.UNIT_CLERK,
                Role.DEPARTMENT_CLERK,
                Role.COUNTY_REVIEWER,
                Role.CITY_REVIEWER,
                Role.PROVINCE_REVIEWER);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(PATH) && actor.office().kind() == Office.Kind.AGENCY ? lists.waiting(actor) : 0;
    }
}

package org.gongkao.application.onsite;

import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the navigation shows of this module: to an agency how many originals are overdue, to a unit how many files are unbooked. */
@Component
class OnSiteRooms implements ChromeSource {

    private static final String LABEL = "现场审查";

    private final VisitLists lists;
    private final BusinessClock clock;

    OnSiteRooms(VisitLists lists, BusinessClock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Bean
    static Room visitRoom() {
        return Room.of(LABEL, VisitController.PAGE, 20, Role.WORKER);
    }

    @Bean
    static Room unitVisitsRoom() {
        return Room.of(LABEL, UnitVisitController.PAGE, 20, Role.UNIT_CLERK);
    }

    @Bean
    static Room visitsRoom() {
        return Room.of(
                LABEL, VisitListController.PAGE, 20, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
    }

    @Override
    public int count(String path, Actor actor) {
        return switch (path) {
            case UnitVisitController.PAGE -> lists.unbooked(actor);
            case VisitListController.PAGE ->
                lists.overdue(actor, clock.instant()).all();
            default -> 0;
        };
    }

    @Override
    public boolean isBare(String path, Actor actor) {
        return path.equals(VisitController.PAGE) && !lists.concerns(actor);
    }
}

package org.gongkao.application.levelone;

import java.time.Instant;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A unit's posts with all their versions, as the offices on the way of its files see them. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.DEPARTMENT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class UnitPostsController {

    private final PostFigureVersions versions;
    private final StatingPosts stating;
    private final Organisation organisation;

    UnitPostsController(PostFigureVersions versions, StatingPosts stating, Organisation organisation) {
        this.versions = versions;
        this.stating = stating;
        this.organisation = organisation;
    }

    @GetMapping("/level-one/units/{unitCode}")
    ModelAndView show(@PathVariable String unitCode, Actor actor, Instant arrived) {
        var unit = organisation.findUnit(unitCode).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var cycle = stating.cycle(unitCode, arrived);
        var stated = versions.versions(unitCode, cycle.year(), actor);
        return Pages.page(
                "application/levelone/posts",
                new UnitPostsPage(unit.name(), cycle.name(), LevelOnePages.rule(cycle), LevelOnePages.lines(stated)));
    }
}

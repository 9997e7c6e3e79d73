package org.gongkao.application.onsite;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The agency's lists: who comes today, who has not booked, whose originals are still here. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class VisitListController {

    static final String PAGE = "/visits";

    private final VisitListPages pages;

    VisitListController(VisitListPages pages) {
        this.pages = pages;
    }

    @GetMapping(PAGE)
    ModelAndView list(
            @RequestParam(defaultValue = "day") String desk,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(required = false) @Nullable String after,
            Actor officer,
            Instant arrived) {
        return Pages.page(
                "application/onsite/list",
                pages.page(
                        VisitDesk.of(desk),
                        day(day, arrived),
                        ListKey.parse(after).orElse(null),
                        officer,
                        arrived));
    }

    /** An address with no date in it, or a wrong one, means today. */
    private static LocalDate day(String typed, Instant arrived) {
        return Shanghai.typedDay(typed).orElseGet(() -> Shanghai.day(arrived));
    }
}

package org.gongkao.portal;

import java.time.Instant;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 公众首页。The first page, for everyone. */
@Controller
class PortalController {

    private final Cycles cycles;
    private final HomePages pages;

    PortalController(Cycles cycles, HomePages pages) {
        this.cycles = cycles;
        this.pages = pages;
    }

    @Everyone
    @GetMapping("/")
    ModelAndView home(Instant arrived) {
        return cycles.find(arrived)
                .map(cycle -> Pages.page("portal/home", pages.of(cycle, arrived)))
                .orElseGet(() -> Pages.page("portal/none", new NoCyclePage()));
    }
}

package org.gongkao.payment.close;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finance's first page. Money belongs to no office: every finance officer and every auditor sees all of it. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class MoneyController {

    static final String HERE = "/payment/close";

    private final MoneyPages pages;

    MoneyController(MoneyPages pages) {
        this.pages = pages;
    }

    @GetMapping(HERE)
    ModelAndView show(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String level,
            Actor actor,
            Instant arrived) {
        var page = pages.page(MoneyFilter.of(from, to, channel, purpose, region, level), actor, arrived);
        return page.faults().isEmpty()
                ? Pages.page("payment/close/money", page)
                : Pages.refused("payment/close/money", page);
    }
}

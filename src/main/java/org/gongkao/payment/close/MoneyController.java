package org.gongkao.payment.close;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
    ModelAndView show(MoneyFilter filter, Actor actor, Instant arrived) {
        var page = pages.page(filter, actor, arrived);
        return page.faults().isEmpty()
                ? Pages.page("payment/close/money", page)
                : Pages.refused("payment/close/money", page);
    }
}

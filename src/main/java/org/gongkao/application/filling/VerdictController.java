package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 申报资格结论。What the rules say of a file, condition by condition, before it is handed in. */
@Controller
@Allowed({Role.WORKER, Role.UNIT_CLERK})
class VerdictController {

    private final CurrentFile current;
    private final VerdictPages pages;

    VerdictController(CurrentFile current, VerdictPages pages) {
        this.current = current;
        this.pages = pages;
    }

    @GetMapping({"/application/verdict", AssistanceController.ONE + "/verdict"})
    ModelAndView show(Filler filler, Instant arrived) {
        return Pages.page("application/filling/verdict", pages.of(current.get(filler, arrived), filler, arrived));
    }
}

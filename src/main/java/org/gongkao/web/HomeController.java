package org.gongkao.web;

import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody who signs in to the room where their work is. */
@Controller
class HomeController {

    @Allowed({
        Role.WORKER,
        Role.UNIT_CLERK,
        Role.DEPARTMENT_CLERK,
        Role.COUNTY_REVIEWER,
        Role.CITY_REVIEWER,
        Role.PROVINCE_REVIEWER,
        Role.ADMINISTRATOR,
        Role.FINANCE,
        Role.AUDITOR
    })
    @GetMapping("/home")
    String home(Actor actor) {
        return switch (actor.role()) {
            case WORKER -> "redirect:/application";
            case UNIT_CLERK, DEPARTMENT_CLERK, COUNTY_REVIEWER, CITY_REVIEWER, PROVINCE_REVIEWER -> "redirect:/reviews";
            case ADMINISTRATOR -> "redirect:/administration/cycles";
            case AUDITOR -> "redirect:/administration/audit";
            case FINANCE -> "redirect:/payment/close";
            case SYSTEM -> "redirect:/";
        };
    }
}

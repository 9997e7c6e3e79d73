package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One unit's books before its agency: what goes out to it, and slips that are taken back. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class HandoutController {

    static final String UNITS = "/textbook-orders/units";

    private static final String PAGE = "textbook/stock/handout";

    private final HandingOut handing;
    private final HandoutPages pages;

    HandoutController(HandingOut handing, HandoutPages pages) {
        this.handing = handing;
        this.pages = pages;
    }

    @GetMapping(UNITS + "/{unitCode}")
    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.AUDITOR})
    ModelAndView show(@PathVariable String unitCode, Actor actor, Instant arrived) {
        return Pages.page(PAGE, pages.of(unitCode, new HandoutForm(Map.of()), List.of(), actor, arrived));
    }

    @PostMapping(UNITS + "/{unitCode}/handouts")
    Object handOut(
            @PathVariable String unitCode,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var form = new HandoutForm(typed);
        List<Fault> faults;
        try {
            var handout = handing.handOut(form.request(), unitCode, form.lines(), actor, arrived);
            redirect.addFlashAttribute("flash", "发放单 " + handout.number() + " 已开，共 " + handout.copies() + " 册，等单位签收。");
            return "redirect:" + UNITS + "/" + unitCode;
        } catch (InvalidInput wrong) {
            faults = wrong.faults();
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() != 422) {
                throw refusal;
            }
            faults = List.of(new Fault("copies", refusal.sentence()));
        }
        return Pages.refused(PAGE, pages.of(unitCode, form, faults, actor, arrived));
    }

    @PostMapping(UNITS + "/{unitCode}/handouts/{number}/taking-back")
    Object takeBack(
            @PathVariable String unitCode,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            handing.takeBack(number, reason, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() != 422) {
                throw refusal;
            }
            var faults = List.of(new Fault("reason-" + number, refusal.sentence()));
            return Pages.refused(PAGE, pages.of(unitCode, new HandoutForm(Map.of()), faults, actor, arrived));
        }
        redirect.addFlashAttribute("flash", "发放单 " + number + " 已撤销，教材回到库存。");
        return "redirect:" + UNITS + "/" + unitCode;
    }
}

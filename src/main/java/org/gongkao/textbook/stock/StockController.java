package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.List;
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

/** An agency's stock of textbooks: what arrived, and what is set right. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class StockController {

    static final String STOCK = "/textbook-orders/stock";

    private final StockingBooks stocking;
    private final StockPages pages;

    StockController(StockingBooks stocking, StockPages pages) {
        this.stocking = stocking;
        this.pages = pages;
    }

    @GetMapping(STOCK)
    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.AUDITOR})
    ModelAndView show(@RequestParam(defaultValue = "") String before, Actor actor, Instant arrived) {
        long key = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        return Pages.page("textbook/stock/stock", pages.of(actor, key, ArrivalForm.empty(), List.of(), arrived));
    }

    @PostMapping(STOCK)
    Object arrive(ArrivalForm form, Actor actor, Instant arrived, RedirectAttributes redirect) {
        try {
            stocking.arrive(form.arrival(), actor, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(
                    "textbook/stock/stock", pages.of(actor, Long.MAX_VALUE, form, wrong.faults(), arrived));
        }
        redirect.addFlashAttribute("flash", "已登记入库 " + form.quantityText() + " 册。");
        return "redirect:" + STOCK;
    }

    @PostMapping(STOCK + "/movements/{id}/reversal")
    Object reverse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            stocking.reverse(id, reason, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() != 422) {
                throw refusal;
            }
            var faults = List.of(new Fault("reason-" + id, refusal.sentence()));
            return Pages.refused(
                    "textbook/stock/stock", pages.of(actor, Long.MAX_VALUE, ArrivalForm.empty(), faults, arrived));
        }
        redirect.addFlashAttribute("flash", "已冲销，两笔都留在库存变动里。");
        return "redirect:" + STOCK;
    }
}

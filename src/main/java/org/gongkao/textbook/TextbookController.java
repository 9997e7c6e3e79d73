package org.gongkao.textbook;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Textbooks: the worker's choice, and the unit's order sheet. */
@Controller
class TextbookController {

    private final OrderingTextbooks ordering;
    private final TextbookPages pages;

    TextbookController(OrderingTextbooks ordering, TextbookPages pages) {
        this.ordering = ordering;
        this.pages = pages;
    }

    @GetMapping("/textbooks")
    @Allowed({Role.WORKER, Role.UNIT_CLERK})
    ModelAndView show(Actor actor, Instant arrived) {
        return actor.is(Role.WORKER)
                ? Pages.page("textbook/choice", pages.choice(actor, List.of(), arrived))
                : Pages.page("textbook/sheet", pages.sheet(actor, arrived));
    }

    @PostMapping("/textbooks")
    @Allowed(Role.WORKER)
    Object choose(
            @RequestParam(defaultValue = "") String wanted, Actor actor, Instant arrived, RedirectAttributes redirect) {
        if (!wanted.equals("yes") && !wanted.equals("no")) {
            var faults = List.of(new Fault("wanted", TextbookRefusal.NOT_CHOSEN.sentence()));
            return Pages.refused("textbook/choice", pages.choice(actor, faults, arrived));
        }
        ordering.choose(wanted.equals("yes"), actor, arrived);
        redirect.addFlashAttribute("flash", wanted.equals("yes") ? "已选择征订教材。" : "已选择不征订教材。");
        return "redirect:/textbooks";
    }

    @PostMapping("/textbooks/sheets")
    @Allowed(Role.UNIT_CLERK)
    String confirm(
            @RequestParam(defaultValue = "") String hash, Actor actor, Instant arrived, RedirectAttributes redirect) {
        int version = ordering.confirm(hash, actor, arrived);
        redirect.addFlashAttribute("flash", "教材征订单第 " + version + " 版已确认，请打印盖章，连同花名册报送。");
        return "redirect:/textbooks";
    }
}

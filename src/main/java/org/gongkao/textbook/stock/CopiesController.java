package org.gongkao.textbook.stock;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit receives slips, and records who has got the book. */
@Controller
@Allowed(Role.UNIT_CLERK)
class CopiesController {

    static final String COPIES = "/textbooks/copies";

    private final HandingOut handing;
    private final GivingBooks giving;
    private final CopiesPages pages;

    CopiesController(HandingOut handing, GivingBooks giving, CopiesPages pages) {
        this.handing = handing;
        this.giving = giving;
        this.pages = pages;
    }

    @GetMapping(COPIES)
    ModelAndView show(@RequestParam(defaultValue = "") String after, Actor actor, Instant arrived) {
        return Pages.page("textbook/stock/copies", pages.of(actor, after, arrived));
    }

    @PostMapping(COPIES + "/handouts/{number}/receipt")
    String receive(@PathVariable String number, Actor actor, Instant arrived, RedirectAttributes redirect) {
        var handout = handing.receive(number, actor, arrived);
        redirect.addFlashAttribute("flash", "已签收发放单 " + number + "，共 " + handout.copies() + " 册。");
        return "redirect:" + COPIES;
    }

    @PostMapping(COPIES + "/givings")
    String giveAll(Actor actor, Instant arrived, RedirectAttributes redirect) {
        var all = giving.giveAll(actor, arrived);
        redirect.addFlashAttribute(
                "flash",
                "已登记发给 " + all.given() + " 人" + (all.without() == 0 ? "。" : "，还有 " + all.without() + " 人的教材没有领到。"));
        return "redirect:" + COPIES;
    }

    @PostMapping(COPIES + "/givings/{number}")
    String give(@PathVariable String number, Actor actor, Instant arrived, RedirectAttributes redirect) {
        giving.give(number, actor, arrived);
        redirect.addFlashAttribute("flash", "已登记发给本人。");
        return "redirect:" + COPIES;
    }

    @PostMapping(COPIES + "/givings/{number}/undoing")
    String undo(@PathVariable String number, Actor actor, Instant arrived, RedirectAttributes redirect) {
        giving.undo(number, actor, arrived);
        redirect.addFlashAttribute("flash", "已撤销登记。");
        return "redirect:" + COPIES;
    }
}

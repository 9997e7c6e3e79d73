package org.gongkao.application.levelone;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files on paper, as the offices on their way handle them. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.DEPARTMENT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class PaperController {

    static final String HERE = "/papers";

    private final MovingPapers moving;
    private final MovingPapersTogether together;
    private final PaperPages pages;

    PaperController(MovingPapers moving, MovingPapersTogether together, PaperPages pages) {
        this.moving = moving;
        this.together = together;
        this.pages = pages;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            Actor actor,
            Instant arrived) {
        long key = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : 0;
        return Pages.page("application/levelone/papers", pages.list(state, key, actor, arrived));
    }

    @PostMapping(HERE)
    String together(
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String act,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            var files = chosen == null ? List.<String>of() : chosen;
            return "redirect:/jobs/" + together.start(files, wanted(act), actor, arrived);
        } catch (Refusal refused) {
            Refused.note(refused);
            flash.addFlashAttribute("flash", refused.sentence());
            return "redirect:" + HERE;
        }
    }

    @GetMapping(HERE + "/{number}")
    ModelAndView one(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page("application/levelone/paper", pages.one(number, actor, arrived));
    }

    @PostMapping(HERE + "/{number}")
    String act(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var wanted = wanted(act);
        moving.act(number, wanted, version, actor, arrived);
        flash.addFlashAttribute("flash", "已" + wanted.label() + "。");
        return "redirect:" + HERE + "/" + number;
    }

    private static PaperAct wanted(String key) {
        return PaperAct.of(key).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }
}

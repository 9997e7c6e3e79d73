package org.gongkao.cycle;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 年度计划管理。Year packages: list, look, draft, publish, archive. */
@Controller
@RequestMapping("/administration/cycles")
@Allowed(Role.ADMINISTRATOR)
class CycleController {

    private static final String LIST = "redirect:/administration/cycles/";

    private final YearPackages packages;
    private final DraftingCycles drafting;
    private final PackageReader reader;
    private final CyclePages pages;

    CycleController(YearPackages packages, DraftingCycles drafting, PackageReader reader, CyclePages pages) {
        this.packages = packages;
        this.drafting = drafting;
        this.reader = reader;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(Actor actor, Instant arrived) {
        return Pages.page("cycle/list", pages.list(actor, arrived));
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(@PathVariable long id, Actor actor, Instant arrived) {
        return Pages.page("cycle/show", pages.show(packages.get(id, actor), actor, arrived));
    }

    /** A new draft begins as a copy, of the package named or of the one that comes with the program. */
    @GetMapping("/new")
    ModelAndView begin(@RequestParam(required = false) @Nullable Long from, Actor actor) {
        var base = ShippedPackage.LUOYANG_2023.baseText();
        var overlay = ShippedPackage.LUOYANG_2023.overlayText();
        if (from != null) {
            var source = packages.get(from, actor);
            base = source.baseText();
            overlay = source.overlayText();
        }
        return Pages.page("cycle/draft", newDraft(TypedPackage.of(base, overlay).read(reader)));
    }

    @PostMapping("/new")
    ModelAndView draft(TypedPackage typed, Actor actor, Instant arrived, RedirectAttributes flash) {
        var taken = typed.read(reader);
        if (taken.isRefused()) {
            return Pages.refused("cycle/draft", newDraft(taken));
        }
        long id = drafting.draft(taken.form(), taken.read(), actor, arrived);
        flash.addFlashAttribute("flash", saved(taken.read()));
        return new ModelAndView(LIST + id);
    }

    @GetMapping("/{id:\\d+}/text")
    ModelAndView text(@PathVariable long id, Actor actor) {
        var draft = packages.get(id, actor);
        CycleMoves.of(draft.state(), CycleAct.REVISE);
        var taken = TypedPackage.of(draft.baseText(), draft.overlayText()).read(reader);
        return Pages.page("cycle/draft", revision(draft, draft.rowVersion(), taken));
    }

    @PostMapping("/{id:\\d+}/text")
    ModelAndView revise(
            @PathVariable long id,
            @RequestParam int seen,
            TypedPackage typed,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var taken = typed.read(reader);
        if (taken.isRefused()) {
            return Pages.refused("cycle/draft", revision(packages.get(id, actor), seen, taken));
        }
        drafting.revise(id, seen, taken.form(), taken.read(), actor, arrived);
        flash.addFlashAttribute("flash", saved(taken.read()));
        return new ModelAndView(LIST + id);
    }

    @PostMapping("/{id:\\d+}/publication")
    String publish(
            @PathVariable long id, @RequestParam int seen, Actor actor, Instant arrived, RedirectAttributes flash) {
        drafting.publish(id, seen, actor, arrived);
        flash.addFlashAttribute("flash", "已发布。此后只能以补充通知变更。");
        return LIST + id;
    }

    @PostMapping("/{id:\\d+}/archive")
    String archive(
            @PathVariable long id, @RequestParam int seen, Actor actor, Instant arrived, RedirectAttributes flash) {
        drafting.archive(id, seen, actor, arrived);
        flash.addFlashAttribute("flash", "已归档。");
        return LIST + id;
    }

    private static String saved(ReadPackage read) {
        return read.faultless()
                ? "已保存，方案没有问题，可以发布。"
                : "已保存。还有 " + read.problems().size() + " 处问题，改正后才能发布。";
    }

    private DraftPage newDraft(TypedPackage.Taken taken) {
        var list = "/administration/cycles";
        return page("拟定新方案", list + "/new", list, 0, taken);
    }

    private DraftPage revision(YearPackage draft, int seen, TypedPackage.Taken taken) {
        var at = "/administration/cycles/" + draft.id();
        return page("修改" + draft.title(), at + "/text", at, seen, taken);
    }

    private DraftPage page(String title, String action, String back, int seen, TypedPackage.Taken taken) {
        var form = taken.form();
        var problems = pages.problems(taken.read().problems());
        return new DraftPage(title, action, back, seen, form.base(), form.overlay(), problems, taken.faults());
    }
}

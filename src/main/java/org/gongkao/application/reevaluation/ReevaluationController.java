package org.gongkao.application.reevaluation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.gongkao.cycle.ComparedPackages;
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

/** Runs of the stored verdicts against another package: list, start, progress and result. */
@Controller
@RequestMapping(Reevaluation.HERE)
@Allowed(Role.ADMINISTRATOR)
class ReevaluationController {

    private final Reevaluating reevaluating;
    private final Reevaluations reevaluations;
    private final ComparedPackages packages;
    private final ReevaluationPages pages;

    ReevaluationController(
            Reevaluating reevaluating,
            Reevaluations reevaluations,
            ComparedPackages packages,
            ReevaluationPages pages) {
        this.reevaluating = reevaluating;
        this.reevaluations = reevaluations;
        this.packages = packages;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable Long before, Actor actor) {
        return Pages.page("application/reevaluation/list", pages.list(actor, before));
    }

    @GetMapping("/new")
    ModelAndView begin(@RequestParam("package") long packageId, Actor actor) {
        return Pages.page("application/reevaluation/start", pages.start(packages.get(packageId, actor)));
    }

    @PostMapping
    String start(@RequestParam("package") long packageId, Actor actor, Instant arrived, RedirectAttributes flash) {
        long id = reevaluating.start(packageId, Reevaluation.PIECE, actor, arrived);
        flash.addFlashAttribute("flash", "复评已开始，可以离开本页，结果随时可以回来看。");
        return "redirect:" + Reevaluation.HERE + "/" + id;
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String condition,
            @RequestParam(defaultValue = "0") long from,
            Actor actor) {
        return Pages.page(
                "application/reevaluation/show",
                pages.show(reevaluations.get(id, actor), DifferenceFilter.of(before, after, condition), from, actor));
    }

    /** The fragment that the page of a running job asks for; at the end the page is asked to load itself anew. */
    @GetMapping("/{id:\\d+}/progress")
    ModelAndView progress(@PathVariable long id, Actor actor, HttpServletResponse answer) {
        var progress = pages.progress(reevaluations.get(id, actor), actor);
        if (!progress.running()) {
            answer.setHeader("HX-Refresh", "true");
        }
        return Pages.page("application/reevaluation/progress", progress);
    }
}

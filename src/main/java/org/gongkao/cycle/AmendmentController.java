package org.gongkao.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 补充通知管理。Amendments: propose, and by another person confirm. */
@Controller
@RequestMapping("/administration/cycles")
@Allowed(Role.ADMINISTRATOR)
class AmendmentController {

    private static final String ONE = "redirect:/administration/cycles/amendments/";

    private final YearPackages packages;
    private final Amendments amendments;
    private final AmendingCycles amending;
    private final AmendmentPages pages;

    AmendmentController(YearPackages packages, Amendments amendments, AmendingCycles amending, AmendmentPages pages) {
        this.packages = packages;
        this.amendments = amendments;
        this.amending = amending;
        this.pages = pages;
    }

    /** First which fields, then their new values. */
    @GetMapping("/{id:\\d+}/amendment")
    ModelAndView write(@PathVariable long id, @RequestParam(required = false) List<String> field, Actor actor) {
        var of = packages.get(id, actor);
        CycleMoves.of(of.state(), CycleAct.AMEND);
        if (field == null) {
            return Pages.page("cycle/choice", pages.choice(of, List.of()));
        }
        var faults = new Faults();
        faults.addIf(
                field.size() > AmendmentForm.MOST_FIELDS,
                "fields",
                "一份补充通知最多改 " + AmendmentForm.MOST_FIELDS + " 项，请分成几份。");
        faults.addIf(!pages.areAmendable(of, field), "fields", "所选项目不能以补充通知修改，请重新选择。");
        if (faults.any()) {
            return again(of, AmendmentForm.empty(of.region(), List.of(), List.of()), faults.list());
        }
        return Pages.page("cycle/amend", pages.draft(of, pages.begin(of, field), List.of()));
    }

    @PostMapping("/{id:\\d+}/amendment")
    ModelAndView propose(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var form = AmendmentForm.of(typed);
        try {
            long amendment = amending.propose(id, form, actor, arrived);
            flash.addFlashAttribute("flash", "补充通知已拟定，由另一名管理员确认后生效。");
            return new ModelAndView(ONE + amendment);
        } catch (InvalidInput e) {
            return again(packages.get(id, actor), form, e.faults());
        }
    }

    /** The step at which it stands: without a field it is the choice of fields. */
    private ModelAndView again(YearPackage of, AmendmentForm form, List<Fault> faults) {
        return form.fields().isEmpty()
                ? Pages.refused("cycle/choice", pages.choice(of, faults))
                : Pages.refused("cycle/amend", pages.draft(of, form, faults));
    }

    @GetMapping("/amendments/{id:\\d+}")
    ModelAndView show(@PathVariable long id, Actor actor, Instant arrived) {
        return Pages.page("cycle/amendment", pages.show(amendments.get(id, actor), actor, arrived));
    }

    @PostMapping("/amendments/{id:\\d+}/confirmation")
    String confirm(
            @PathVariable long id, @RequestParam int seen, Actor actor, Instant arrived, RedirectAttributes flash) {
        amending.confirm(id, seen, actor, arrived);
        flash.addFlashAttribute("flash", "已确认，补充通知按所载时间生效，并通知有关人员。");
        return ONE + id;
    }

    @PostMapping("/amendments/{id:\\d+}/decline")
    String decline(
            @PathVariable long id, @RequestParam int seen, Actor actor, Instant arrived, RedirectAttributes flash) {
        amending.decline(id, seen, actor, arrived);
        flash.addFlashAttribute("flash", "未予确认，现行内容不变。");
        return ONE + id;
    }

    @PostMapping("/amendments/{id:\\d+}/withdrawal")
    String withdraw(
            @PathVariable long id, @RequestParam int seen, Actor actor, Instant arrived, RedirectAttributes flash) {
        amending.withdraw(id, seen, actor, arrived);
        flash.addFlashAttribute("flash", "已撤回，现行内容不变。");
        return ONE + id;
    }
}

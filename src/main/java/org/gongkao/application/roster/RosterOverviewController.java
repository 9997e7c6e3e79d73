package org.gongkao.application.roster;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agency's view of its units' rosters, and its corrections. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class RosterOverviewController {

    private final RosterOverview overview;
    private final CorrectingRoster correcting;
    private final RosterPages pages;

    RosterOverviewController(RosterOverview overview, CorrectingRoster correcting, RosterPages pages) {
        this.overview = overview;
        this.correcting = correcting;
        this.pages = pages;
    }

    @GetMapping("/rosters")
    ModelAndView list(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Instant arrived) {
        return Pages.page("application/roster/overview", overview.of(actor, unit.strip(), after, arrived));
    }

    @GetMapping("/rosters/{unitCode}")
    ModelAndView show(@PathVariable String unitCode, Actor actor, Instant arrived) {
        return Pages.page(
                "application/roster/roster", pages.of(unitCode, RosterPage.Typed.NONE, List.of(), actor, arrived));
    }

    @PostMapping("/rosters/{unitCode}/corrections")
    Object correct(
            @PathVariable String unitCode,
            CorrectionForm form,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var seen = SeenLine.parse(form.line()).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        int version;
        try {
            version = correcting.correct(unitCode, seen, form.correction(seen), actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(unitCode, form, seen.number(), refusal, actor, arrived);
        }
        redirect.addFlashAttribute(
                "flash", version == 0 ? "信息已更正，请单位再核实。" : "信息已更正，花名册成为第 " + version + " 版，与上一版的差异列在下面。");
        return "redirect:/rosters/" + unitCode;
    }

    @PostMapping("/rosters/{unitCode}/answers")
    Object answer(
            @PathVariable String unitCode,
            CorrectionForm form,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var seen = SeenLine.parse(form.line()).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        try {
            correcting.answer(unitCode, seen, form.reason(), actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(unitCode, form, seen.number(), refusal, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "已答复单位，请单位再核实。");
        return "redirect:/rosters/" + unitCode;
    }

    private ModelAndView again(
            String unitCode, CorrectionForm form, String number, Refusal refusal, Actor actor, Instant arrived) {
        var status = HttpStatus.valueOf(refusal.reason().status());
        if (status != HttpStatus.UNPROCESSABLE_CONTENT && status != HttpStatus.CONFLICT) {
            throw refusal;
        }
        var where = refusal.reason() == RosterRefusal.REASON_MISSING ? "reason-" : "fact-";
        var faults = List.of(new Fault(where + number, refusal.sentence()));
        return Pages.page(
                "application/roster/roster", pages.of(unitCode, form.typed(number), faults, actor, arrived), status);
    }
}

package org.gongkao.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.file.FileId;
import org.gongkao.file.Serving;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Chip;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 单位变更申请办理页面。The city's or province's queue, one request with its letter, and what the two sides can do to it. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class ChangeReviewController {

    private static final String QUEUE = "/administration/units/changes";

    private final UnitChanges changes;
    private final ChangePages pages;
    private final RequestingChanges requesting;
    private final DecidingChanges deciding;
    private final Cycles cycles;
    private final Serving serving;

    ChangeReviewController(
            UnitChanges changes,
            ChangePages pages,
            RequestingChanges requesting,
            DecidingChanges deciding,
            Cycles cycles,
            Serving serving) {
        this.changes = changes;
        this.pages = pages;
        this.requesting = requesting;
        this.deciding = deciding;
        this.cycles = cycles;
        this.serving = serving;
    }

    @GetMapping(QUEUE)
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
    ModelAndView queue(
            @RequestParam(defaultValue = "REQUESTED") String state,
            @RequestParam(defaultValue = "0") long before,
            Actor actor,
            Instant arrived) {
        var wanted = state.equals("all") ? "" : state;
        var found = changes.list(actor, wanted, before);
        boolean more = found.size() > UnitChanges.SCREEN;
        var shown = more ? found.subList(0, UnitChanges.SCREEN) : found;
        return Pages.page(
                "organisation/queue",
                new UnitChangePage.Queue(
                        UnitBrief.forAgency(cycles.find(actor.office().code(), arrived), true, arrived),
                        chips(state),
                        shown.stream().map(OwnUnitPages::row).toList(),
                        before > 0 ? QUEUE + "?state=" + state : "",
                        more
                                ? QUEUE + "?state=" + state + "&before="
                                        + shown.getLast().id()
                                : ""));
    }

    @GetMapping("/units/changes/{number}")
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page("organisation/change", pages.show(number, actor, arrived, "", List.of()));
    }

    /** The letter as a download; only for those who see the request. */
    @GetMapping("/units/changes/{number}/letter")
    ResponseEntity<Resource> letter(@PathVariable String number, Actor actor) {
        return serving.download(new FileId(changes.get(number, actor).letter()));
    }

    @GetMapping("/units/changes/{number}/letter/{page}")
    ResponseEntity<Resource> letterPage(@PathVariable String number, @PathVariable int page, Actor actor) {
        return serving.page(new FileId(changes.get(number, actor).letter()), page);
    }

    @PostMapping("/units/changes/{number}/withdraw")
    String withdraw(
            @PathVariable String number,
            @RequestParam int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        requesting.withdraw(number, version, actor, arrived);
        flash.addFlashAttribute("flash", "申请已撤回。");
        return "redirect:/units/changes/" + number;
    }

    @PostMapping("/units/changes/{number}/approve")
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
    String approve(
            @PathVariable String number,
            @RequestParam int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        deciding.approve(number, version, actor, arrived);
        flash.addFlashAttribute("flash", "已同意，单位信息即时变更。");
        return "redirect:/units/changes/" + number;
    }

    @PostMapping("/units/changes/{number}/refuse")
    @Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
    ModelAndView refuse(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            deciding.refuse(number, version, reason, actor, arrived);
        } catch (InvalidInput invalid) {
            return Pages.refused("organisation/change", pages.show(number, actor, arrived, reason, invalid.faults()));
        }
        flash.addFlashAttribute("flash", "已办结：不同意变更，理由已告知单位。");
        return new ModelAndView("redirect:/units/changes/" + number);
    }

    private static List<Chip> chips(String here) {
        var chips = new ArrayList<Chip>();
        for (var state : ChangeState.values()) {
            chips.add(Chip.of(state.label(), QUEUE + "?state=" + state.name(), here.equals(state.name())));
        }
        chips.add(Chip.of("全部", QUEUE + "?state=all", here.equals("all")));
        return chips;
    }
}

package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The times that an agency offers for the check of originals. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class SlotController {

    private static final String PAGE = "/visit-slots";
    private static final String TEMPLATE = "application/onsite/slots";

    private final Slots slots;
    private final OpeningSlots opening;
    private final Cycles cycles;

    SlotController(Slots slots, OpeningSlots opening, Cycles cycles) {
        this.slots = slots;
        this.opening = opening;
        this.cycles = cycles;
    }

    @GetMapping(PAGE)
    ModelAndView list(@RequestParam(required = false) @Nullable String after, Actor officer, Instant arrived) {
        return Pages.page(
                TEMPLATE, page(ListKey.parse(after).orElse(null), SlotForm.EMPTY, "", List.of(), officer, arrived));
    }

    @PostMapping(PAGE)
    Object open(SlotForm form, Actor officer, Instant arrived, RedirectAttributes redirect) {
        try {
            int opened = opening.open(form.asked(), officer, arrived);
            redirect.addFlashAttribute("flash", "已安排 " + opened + " 个时段，可以预约了。");
        } catch (InvalidInput input) {
            return Pages.refused(TEMPLATE, page(null, form, "", input.faults(), officer, arrived));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(form, "", new Fault("first", refusal.sentence()), refusal, officer, arrived);
        }
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/closing")
    Object close(
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String reason,
            Actor officer,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            int told = opening.close(Chosen.slot(slot), reason, officer, arrived);
            redirect.addFlashAttribute("flash", told == 0 ? "时段已取消。" : "时段已取消，已告知 " + told + " 份申报的申报人和单位。");
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(
                    SlotForm.EMPTY, slot, new Fault("reason-" + slot, refusal.sentence()), refusal, officer, arrived);
        }
        return "redirect:" + PAGE;
    }

    private ModelAndView again(
            SlotForm form, String closing, Fault fault, Refusal refusal, Actor officer, Instant arrived) {
        if (refusal.reason().status() == HttpStatus.NOT_FOUND.value()) {
            throw refusal;
        }
        return Pages.page(
                TEMPLATE,
                page(null, form, closing, List.of(fault), officer, arrived),
                HttpStatus.valueOf(refusal.reason().status()));
    }

    private SlotsPage page(
            @Nullable ListKey after, SlotForm form, String closing, List<Fault> faults, Actor officer, Instant now) {
        var review = cycles.current(officer.office().code(), now).window(Window.REVIEW);
        var found = slots.upcoming(after, ListKey.SCREEN + 1, officer, now);
        var shown = found.subList(0, Math.min(found.size(), ListKey.SCREEN));
        var last = found.size() > ListKey.SCREEN ? shown.getLast() : null;
        return new SlotsPage(
                new Brief(
                        "现场审查确认",
                        "在资格审查期间内办理",
                        "安排预约时段",
                        shown.isEmpty() ? "还没有时段" : "",
                        Shanghai.deadline(review.to()),
                        "资格审查截止"),
                shown.stream()
                        .map(slot -> new SlotsPage.Row(
                                String.valueOf(slot.id()), slot.when(), slot.place(), slot.booked(), slot.capacity()))
                        .toList(),
                form,
                closing,
                after == null ? "" : PAGE,
                last == null ? "" : PAGE + "?after=" + new ListKey(last.startsAt(), last.id()),
                faults);
    }
}

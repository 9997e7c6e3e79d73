package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit's files whose originals are wanted, booked together. */
@Controller
@Allowed(Role.UNIT_CLERK)
class UnitVisitController {

    static final String PAGE = "/unit-visits";

    private final UnitVisitPages pages;
    private final BookingForUnit bulk;
    private final BookingVisits booking;

    UnitVisitController(UnitVisitPages pages, BookingForUnit bulk, BookingVisits booking) {
        this.pages = pages;
        this.bulk = bulk;
        this.booking = booking;
    }

    @GetMapping(PAGE)
    ModelAndView list(@RequestParam(required = false) @Nullable String after, Actor clerk, Instant arrived) {
        return Pages.page(
                "application/onsite/unit", pages.page(ListKey.parse(after).orElse(null), clerk, arrived, List.of()));
    }

    /** One act for all that were chosen; the job's page says what became of each. */
    @PostMapping(PAGE + "/bookings")
    Object book(
            @RequestParam(defaultValue = "") List<String> file,
            @RequestParam(defaultValue = "") String slot,
            Actor clerk,
            Instant arrived) {
        try {
            return "redirect:/jobs/" + bulk.start(file, Chosen.slot(slot), clerk, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(refusal, clerk, arrived);
        }
    }

    @PostMapping(PAGE + "/cancellation")
    Object cancel(
            @RequestParam(defaultValue = "") String number, Actor clerk, Instant arrived, RedirectAttributes redirect) {
        try {
            booking.cancel(number, clerk, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(refusal, clerk, arrived);
        }
        redirect.addFlashAttribute("flash", "预约已取消，可以另约时间。");
        return "redirect:" + PAGE;
    }

    private ModelAndView again(Refusal refusal, Actor clerk, Instant arrived) {
        if (refusal.reason().status() == HttpStatus.NOT_FOUND.value()) {
            throw refusal;
        }
        return Pages.page(
                "application/onsite/unit",
                pages.page(null, clerk, arrived, List.of(new Fault("slot", refusal.sentence()))),
                HttpStatus.valueOf(refusal.reason().status()));
    }
}

package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Application;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The worker's own appointment. */
@Controller
@Allowed(Role.WORKER)
class VisitController {

    static final String PAGE = "/visit";

    private static final String HOME = "redirect:" + PAGE;

    private final MyVisitPages pages;
    private final BookingVisits booking;

    VisitController(MyVisitPages pages, BookingVisits booking) {
        this.pages = pages;
        this.booking = booking;
    }

    @GetMapping(PAGE)
    ModelAndView show(Actor worker, Instant arrived) {
        return Pages.page("application/onsite/mine", pages.page(worker, arrived, List.of()));
    }

    @PostMapping(PAGE + "/bookings")
    Object book(
            @RequestParam(defaultValue = "") String slot, Actor worker, Instant arrived, RedirectAttributes redirect) {
        try {
            booking.book(file(worker, arrived).number(), Chosen.slot(slot), worker, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(refusal, worker, arrived);
        }
        redirect.addFlashAttribute("flash", "已约好时间，请带齐原件，按时到场。");
        return HOME;
    }

    @PostMapping(PAGE + "/cancellation")
    Object cancel(Actor worker, Instant arrived, RedirectAttributes redirect) {
        try {
            booking.cancel(file(worker, arrived).number(), worker, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(refusal, worker, arrived);
        }
        redirect.addFlashAttribute("flash", "预约已取消，可以另约时间。");
        return HOME;
    }

    private Application file(Actor worker, Instant arrived) {
        return pages.file(worker, arrived).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The times that are left stand below the sentence. */
    private ModelAndView again(Refusal refusal, Actor worker, Instant arrived) {
        if (refusal.reason().status() == HttpStatus.NOT_FOUND.value()) {
            throw refusal;
        }
        return Pages.page(
                "application/onsite/mine",
                pages.page(worker, arrived, List.of(new Fault("slot", refusal.sentence()))),
                HttpStatus.valueOf(refusal.reason().status()));
    }
}

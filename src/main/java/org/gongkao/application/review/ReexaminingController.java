package org.gongkao.application.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Applications;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A superior's button on the page of a file that the agency below has decided. */
@Controller
@Allowed({Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class ReexaminingController {

    private final Applications applications;
    private final Reexamining reexamining;
    private final ReviewPages pages;

    ReexaminingController(Applications applications, Reexamining reexamining, ReviewPages pages) {
        this.applications = applications;
        this.reexamining = reexamining;
        this.pages = pages;
    }

    @PostMapping("/reviews/{number}/reexamination")
    Object reexamine(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var form = new ReviewForm(version, sent, List.of());
        try {
            form.refuseOverlong();
            reexamining.reexamine(number, version, form.word("reason"), form.word("clause"), actor, arrived);
        } catch (InvalidInput input) {
            return again(number, form, input.faults(), HttpStatus.UNPROCESSABLE_CONTENT, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() == 404) {
                throw refusal;
            }
            var status = HttpStatus.valueOf(refusal.reason().status());
            // Somebody was quicker: the place where one decides may be gone with the state.
            var faults = List.of(new Fault(status == HttpStatus.CONFLICT ? "" : "decision", refusal.sentence()));
            return again(number, form, faults, status, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "已要求重新审核，申报人、单位和原审查机构会收到通知。");
        return "redirect:/reviews/" + number;
    }

    private ModelAndView again(
            String number, ReviewForm form, List<Fault> faults, HttpStatus status, Actor actor, Instant arrived) {
        var file = applications.get(number, actor);
        return Pages.page("application/review/review", pages.page(file, actor, arrived, form, faults), status);
    }
}

package org.gongkao.application.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.ItemFindings;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file on an officer's screen: the items, and the one decision. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.DEPARTMENT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class ReviewController {

    private static final String TYPED = "typed";

    private final Applications applications;
    private final ItemFindings items;
    private final Reviewing reviewing;
    private final DecidingObjection objection;
    private final Remarking remarking;
    private final Consenting consenting;
    private final ReviewPages pages;

    ReviewController(
            Applications applications,
            ItemFindings items,
            Reviewing reviewing,
            DecidingObjection objection,
            Remarking remarking,
            Consenting consenting,
            ReviewPages pages) {
        this.applications = applications;
        this.items = items;
        this.reviewing = reviewing;
        this.objection = objection;
        this.remarking = remarking;
        this.consenting = consenting;
        this.pages = pages;
    }

    @GetMapping("/reviews/{number}")
    ModelAndView show(@PathVariable String number, Model model, Actor actor, Instant arrived) {
        var file = applications.get(number, actor);
        var typed = model.getAttribute(TYPED) instanceof ReviewForm form ? form : null;
        return Pages.page("application/review/review", pages.page(file, actor, arrived, typed, List.of()));
    }

    /** One form, one address: the button says what is asked. */
    @PostMapping("/reviews/{number}")
    Object act(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable List<String> pick,
            @RequestParam(defaultValue = "note") String act,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var form = new ReviewForm(version, sent, pick == null ? List.of() : pick);
        try {
            form.refuseOverlong();
            redirect.addFlashAttribute("flash", decide(number, form, act, actor, arrived));
        } catch (InvalidInput input) {
            return again(number, form, input.faults(), HttpStatus.UNPROCESSABLE_CONTENT, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason().status() == 404) {
                throw refusal;
            }
            return refused(number, form, act, refusal, actor, arrived);
        }
        if (Set.of("note", "remark", "consent").contains(act) || act.startsWith("seen:")) {
            redirect.addFlashAttribute(TYPED, form.besides(act));
            return "redirect:/reviews/" + number;
        }
        return "redirect:/reviews";
    }

    private String decide(String number, ReviewForm form, String act, Actor actor, Instant arrived) {
        var reason = form.word("reason");
        var clause = form.word("clause");
        if (act.startsWith("seen:")) {
            reviewing.seeOriginal(number, form.version(), act.substring(5), actor, arrived);
            return "已记录核对原件。";
        }
        switch (act) {
            case "approve" -> {
                reviewing.approve(number, form.version(), found(number, form, actor), form.unitsWord(), actor, arrived);
                return "已通过。";
            }
            case "return" -> {
                reviewing.returnForCorrection(
                        number, form.version(), found(number, form, actor), reason, actor, arrived);
                return "已退回修改，全部问题已一次告知申报人。";
            }
            case "reject" -> {
                reviewing.reject(number, form.version(), found(number, form, actor), reason, clause, actor, arrived);
                return "已作出不予通过的决定，申报人可以申诉一次。";
            }
            case "remind" -> {
                reviewing.remind(number, form.version(), until(form), reason, actor, arrived);
                return "已另定审核期限。";
            }
            case "remark" -> {
                return remark(number, form, actor, arrived);
            }
            case "consent" -> {
                consenting.consent(number, form.version(), form.word("consent"), actor, arrived);
                return "已同意再次退回，经办机构可以退回修改。";
            }
            case "uphold" -> {
                objection.uphold(number, form.version(), reason, clause, actor, arrived);
                return "已维持原决定。";
            }
            case "reopen" -> {
                objection.reopen(number, form.version(), reason, clause, actor, arrived);
                return "已恢复审核。";
            }
            default -> {
                reviewing.note(number, form.version(), found(number, form, actor), actor, arrived);
                return "核对结果已保存。";
            }
        }
    }

    /** Findings on the same screen are kept with it, so that nothing set is lost. */
    private String remark(String number, ReviewForm form, Actor actor, Instant arrived) {
        var text = form.word("remark");
        if (text.isEmpty()) {
            throw new InvalidInput(List.of(new Fault("remark", ApplicationRefusal.REMARK_EMPTY.sentence())));
        }
        var found = found(number, form, actor);
        if (!found.isEmpty()) {
            reviewing.note(number, form.version(), found, actor, arrived);
        }
        remarking.remark(number, text, actor, arrived);
        return "备注已保存，申报人看不到。";
    }

    /** Who comes second is told that, and not what is missing in an opinion that nobody waits for any more. */
    private List<Reviewing.Found> found(String number, ReviewForm form, Actor actor) {
        var faults = new Faults();
        var found = form.found(items.items(applications.get(number, actor).asSeenAt(form.version())), faults);
        faults.refuse();
        return found;
    }

    /** A date means its whole day: until 24:00. */
    private static Instant until(ReviewForm form) {
        return Shanghai.typedDay(form.word("until"))
                .map(day -> Shanghai.startOf(day.plusDays(1)))
                .orElseThrow(() -> new InvalidInput(List.of(new Fault("until", "请填写审核期限的日期，例如 2023-04-07。"))));
    }

    /** On 409 another officer was quicker: who it was is told, and the place where one decides may be gone with the turn. */
    private ModelAndView refused(
            String number, ReviewForm form, String act, Refusal refusal, Actor actor, Instant arrived) {
        var status = HttpStatus.valueOf(refusal.reason().status());
        var where = status == HttpStatus.CONFLICT ? "" : "consent".equals(act) ? act : "decision";
        if (refusal.reason() == ApplicationRefusal.UNIT_PROMISE_MISSING) {
            where = "liability";
        }
        var who = refusal.reason() == CommonRefusal.CHANGED_MEANWHILE
                ? pages.meanwhile(applications.get(number, actor), actor, form)
                : "";
        return again(number, form, List.of(new Fault(where, refusal.sentence() + who)), status, actor, arrived);
    }

    private ModelAndView again(
            String number, ReviewForm form, List<Fault> faults, HttpStatus status, Actor actor, Instant arrived) {
        var file = applications.get(number, actor);
        return Pages.page("application/review/review", pages.page(file, actor, arrived, form, faults), status);
    }
}

package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.SearchTerm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 代填申报。The unit's workers, and the file that a clerk fills in for one of them, as far as it is the clerk's. */
@Controller
@Allowed(Role.UNIT_CLERK)
class AssistanceController {

    static final String HERE = "/assistance";

    private static final String LIST = "application/filling/assistances";

    /** Below it stand the twins of the worker's pages. */
    static final String ONE = HERE + "/{worker}";

    /** Told on the page itself, which shows what has changed or is still to do. */
    private static final Set<Reason> TOLD_HERE =
            Set.of(ApplicationRefusal.NOT_READY, ApplicationRefusal.NO_ACCOUNT, CommonRefusal.CHANGED_MEANWHILE);

    private final AssistancePages pages;
    private final Assisting assisting;

    AssistanceController(AssistancePages pages, Assisting assisting) {
        this.pages = pages;
        this.assisting = assisting;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") long after,
            Actor clerk,
            Instant arrived) {
        return Pages.page(LIST, pages.list(SearchTerm.inAddress(q), state, after, List.of(), clerk, arrived));
    }

    /** A post like every search for a person: somebody may type a number where a name is asked for. */
    @PostMapping(HERE + "/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            Actor clerk,
            Instant arrived) {
        if (SearchTerm.mayStandInAnAddress(q)) {
            return new ModelAndView("redirect:" + AssistancePages.path(q.strip(), state));
        }
        var faults = List.of(new Fault("q", SearchTerm.tooLong(q).orElse("这里按姓名查找，请填写姓名里的几个字。")));
        return Pages.refused(LIST, pages.list(q, state, 0, faults, clerk, arrived));
    }

    @GetMapping(ONE)
    ModelAndView show(Filler filler, Instant arrived) {
        return Pages.page("application/filling/assistance", pages.of(filler, List.of(), arrived));
    }

    @PostMapping(ONE + "/ready")
    ModelAndView ready(
            @RequestParam(defaultValue = "-1") int version, Filler filler, Instant arrived, RedirectAttributes flash) {
        try {
            assisting.ready(filler, version, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (!TOLD_HERE.contains(refusal.reason())) {
                throw refusal;
            }
            var fault = new Fault("ready", refusal.sentence());
            return Pages.page(
                    "application/filling/assistance",
                    pages.of(filler, List.of(fault), arrived),
                    HttpStatus.valueOf(refusal.reason().status()));
        }
        flash.addFlashAttribute("flash", "已请" + filler.name() + "核对并提交。");
        return new ModelAndView("redirect:" + filler.at().home());
    }
}

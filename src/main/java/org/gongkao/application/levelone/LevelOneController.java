package org.gongkao.application.levelone;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's posts and its recommendations for level one. */
@Controller
@Allowed(Role.UNIT_CLERK)
class LevelOneController {

    static final String HERE = "/level-one";

    private static final String LIST = "application/levelone/list";
    private static final String ONE = "application/levelone/recommendation";

    private final StatingPosts stating;
    private final Recommending recommending;
    private final LevelOnePages pages;

    LevelOneController(StatingPosts stating, Recommending recommending, LevelOnePages pages) {
        this.stating = stating;
        this.recommending = recommending;
        this.pages = pages;
    }

    @GetMapping(HERE)
    ModelAndView list(Actor clerk, Instant arrived) {
        return Pages.page(LIST, pages.list(null, List.of(), clerk, arrived));
    }

    @PostMapping(HERE + "/posts")
    ModelAndView state(
            @RequestParam(defaultValue = "") String posts,
            @RequestParam(defaultValue = "") String approved,
            @RequestParam(defaultValue = "") String held,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            Actor clerk,
            Instant arrived,
            RedirectAttributes flash) {
        var form = new PostsForm(posts, approved, held, basis, reason, version);
        try {
            int stated = stating.state(form, clerk, arrived);
            flash.addFlashAttribute("flash", "岗位设置情况已填报，为第 " + stated + " 版。");
            return new ModelAndView("redirect:" + HERE);
        } catch (InvalidInput wrong) {
            return Pages.refused(LIST, pages.list(form, wrong.faults(), clerk, arrived));
        } catch (Refusal refused) {
            Refused.note(refused);
            return Pages.page(LIST, pages.list(form, List.of(fault(refused)), clerk, arrived), status(refused));
        }
    }

    @GetMapping(HERE + "/{number}")
    ModelAndView one(@PathVariable String number, Actor clerk, Instant arrived) {
        return Pages.page(ONE, pages.one(number, RecommendationForm.EMPTY, "", List.of(), clerk, arrived));
    }

    @PostMapping(HERE + "/{number}")
    ModelAndView recommend(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String statement,
            @RequestParam(required = false) @Nullable String beyond,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String responsible,
            @RequestParam(defaultValue = "") String seen,
            Actor clerk,
            Instant arrived,
            RedirectAttributes flash) {
        var form = new RecommendationForm(statement != null, beyond != null, reason, responsible, seen);
        try {
            recommending.recommend(number, form, clerk, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(ONE, pages.one(number, form, "", wrong.faults(), clerk, arrived));
        } catch (Refusal refused) {
            Refused.note(refused);
            return again(number, form, "", refused, clerk, arrived);
        }
        flash.addFlashAttribute("flash", "已推荐，各级审核机构会看到。现在可以逐项核对并审核通过。");
        return new ModelAndView("redirect:/reviews/" + number);
    }

    @PostMapping(HERE + "/{number}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String withdrawal,
            Actor clerk,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            recommending.withdraw(number, version, withdrawal, clerk, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(
                    ONE, pages.one(number, RecommendationForm.EMPTY, withdrawal, wrong.faults(), clerk, arrived));
        } catch (Refusal refused) {
            Refused.note(refused);
            return again(number, RecommendationForm.EMPTY, withdrawal, refused, clerk, arrived);
        }
        flash.addFlashAttribute("flash", "推荐已撤回，重新推荐前不能审核通过。");
        return new ModelAndView("redirect:" + HERE + "/" + number);
    }

    /** The same page with what stands now, so that it is seen why. */
    private ModelAndView again(
            String number, RecommendationForm form, String withdrawal, Refusal refused, Actor clerk, Instant arrived) {
        if (refused.reason().status() == HttpStatus.NOT_FOUND.value()) {
            throw refused;
        }
        var page = pages.one(number, form, withdrawal, List.of(fault(refused)), clerk, arrived);
        return Pages.page(ONE, page, status(refused));
    }

    private static Fault fault(Refusal refused) {
        return new Fault("", refused.sentence());
    }

    private static HttpStatus status(Refusal refused) {
        return HttpStatus.valueOf(refused.reason().status());
    }
}

package org.gongkao.application.levelone;

import java.time.Instant;
import org.gongkao.application.Applicants;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the worker's own file on paper is. */
@Controller
@Allowed(Role.WORKER)
class MyPaperController {

    private final PaperFiles papers;
    private final PaperPages pages;
    private final Applicants applicants;

    MyPaperController(PaperFiles papers, PaperPages pages, Applicants applicants) {
        this.papers = papers;
        this.pages = pages;
        this.applicants = applicants;
    }

    @GetMapping("/application/paper")
    ModelAndView show(Actor worker, Instant arrived) {
        var row = papers.own(applicants.cycle(worker.person(), arrived).year(), worker)
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        return Pages.page("application/levelone/mypaper", pages.own(row, arrived));
    }
}

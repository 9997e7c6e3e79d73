package org.gongkao.eligibility;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.eligibility.LevelsPage.LevelRow;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Shanghai;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 资格自测。Without an account; what is typed stays in the page, and nothing of it is stored or logged. */
@Controller
@Everyone
class SelfCheckController {

    private static final String FORM = "eligibility/selfcheck";

    /** Not "no-store", which the security headers would say: the browser's own back must find what was typed. */
    private static final String KEPT_BY_THE_BROWSER = "private, no-cache";

    private final Eligibility eligibility;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final AskingLimit limit;

    SelfCheckController(Eligibility eligibility, Catalogue catalogue, Cycles cycles, AskingLimit limit) {
        this.eligibility = eligibility;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.limit = limit;
    }

    @GetMapping("/self-check")
    ModelAndView form(HttpServletResponse response, Instant arrived) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT_BY_THE_BROWSER);
        return Pages.page(FORM, page(Answers.NONE, List.of(), cycles.current(arrived)));
    }

    @PostMapping("/self-check")
    ModelAndView act(
            @RequestParam(defaultValue = "judge") String act,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Instant arrived) {
        var wait = limit.page(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(wait.get().toSeconds()));
            return Pages.page(
                    "shared/error",
                    ErrorPage.of(429, "您所在的网络这一分钟里测得太多，请过 " + wait.get().toSeconds() + " 秒再测。请用浏览器的返回键，填过的内容还在。"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT_BY_THE_BROWSER);
        var cycle = cycles.current(arrived);
        var answers = Answers.of(sent);
        if (act.equals("change")) {
            return Pages.page(FORM, page(answers, List.of(), cycle));
        }
        try {
            var facts = ReadingAnswers.read(answers, Shanghai.day(arrived));
            return facts.value(Fact.LEVEL)
                    .map(level -> verdict(cycle, answers, facts, (Level) level, arrived))
                    .orElseGet(() -> Pages.page("eligibility/levels", levels(cycle, answers, facts)));
        } catch (InvalidInput wrong) {
            return Pages.refused(FORM, page(answers, wrong.faults(), cycle));
        }
    }

    private ModelAndView verdict(Cycle cycle, Answers answers, Facts facts, Level level, Instant arrived) {
        var page = VerdictPages.of(
                cycle,
                answers,
                facts,
                level,
                eligibility.judge(facts, cycle),
                eligibility.cutOffs(cycle),
                cycle.isOpen(Window.REGISTRATION, arrived));
        return Pages.page("eligibility/verdict", page);
    }

    private LevelsPage levels(Cycle cycle, Answers answers, Facts facts) {
        var rows = catalogue.levels(cycle).stream()
                .map(level -> row(level, eligibility.judge(facts.with(Fact.LEVEL, level), cycle)))
                .toList();
        var kept = answers.lines().stream()
                .filter(line -> !line.label().equals(Fact.LEVEL.key()))
                .toList();
        return new LevelsPage(
                cycle.name(), cycle.year(), rows, "%s第 %d 版".formatted(cycle.name(), cycle.version()), kept);
    }

    private static LevelRow row(Level level, Verdict verdict) {
        var year = verdict.earliestYear();
        return new LevelRow(
                level.name(),
                level.full(),
                verdict.overall().result().sign(),
                verdict.overall().label(),
                year == null ? "" : "最早可申报：" + year + "年");
    }

    private SelfCheckPage page(Answers answers, List<Fault> faults, Cycle cycle) {
        var trades = catalogue.all(cycle).stream()
                .filter(one -> one.successorCode() == null)
                .map(SelfCheckController::option)
                .toList();
        var oldTrades =
                catalogue.all(cycle).stream().map(SelfCheckController::option).toList();
        return new SelfCheckPage(cycle.name(), cycle.year(), trades, oldTrades, answers, faults);
    }

    private static Option option(Occupation one) {
        return Option.of(one.name(), one.name());
    }
}

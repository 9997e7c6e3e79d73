package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.gongkao.account.HalfSignedIn.Pending;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps after the password. Open to everyone by route, but each answers only the session that owes it. */
@Controller
@Everyone
class StepController {

    private final ProvingIdentity proving;
    private final SessionStart start;
    private final TimeCodes timeCodes;

    StepController(ProvingIdentity proving, SessionStart start, TimeCodes timeCodes) {
        this.proving = proving;
        this.start = start;
        this.timeCodes = timeCodes;
    }

    @GetMapping("/sign-in/second-factor")
    ModelAndView secondFactor(HttpServletRequest request) {
        return SessionStart.owing(request, Pending.SECOND_FACTOR)
                .map(half -> Pages.page("account/secondfactor", plain(half, List.of())))
                .orElseGet(StepController::toSignIn);
    }

    @PostMapping("/sign-in/second-factor")
    ModelAndView secondFactor(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return SessionStart.owing(request, Pending.SECOND_FACTOR)
                .map(half -> tried(
                        half,
                        () -> proving.secondFactor(half, code, SignInDetails.of(request)),
                        "account/secondfactor",
                        "code",
                        plain(half, List.of()),
                        request,
                        response))
                .orElseGet(StepController::toSignIn);
    }

    @GetMapping("/sign-in/new-password")
    ModelAndView newPassword(HttpServletRequest request) {
        return SessionStart.owing(request, Pending.NEW_PASSWORD)
                .map(half -> Pages.page("account/newpassword", plain(half, List.of())))
                .orElseGet(StepController::toSignIn);
    }

    @PostMapping("/sign-in/new-password")
    ModelAndView newPassword(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        return SessionStart.owing(request, Pending.NEW_PASSWORD)
                .map(half -> tried(
                        half,
                        () -> proving.firstPassword(half, password, again),
                        "account/newpassword",
                        "password",
                        plain(half, List.of()),
                        request,
                        response))
                .orElseGet(StepController::toSignIn);
    }

    @GetMapping("/sign-in/enrolment")
    ModelAndView enrolment(HttpServletRequest request) {
        return SessionStart.owing(request, Pending.ENROLMENT)
                .map(half -> Pages.page("account/enrolment", drawn(half)))
                .orElseGet(StepController::toSignIn);
    }

    @PostMapping("/sign-in/enrolment")
    ModelAndView enrolment(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return SessionStart.owing(request, Pending.ENROLMENT)
                .map(half -> tried(
                        half,
                        () -> proving.enrol(half, code, SignInDetails.of(request)),
                        "account/enrolment",
                        "code",
                        drawn(half),
                        request,
                        response))
                .orElseGet(StepController::toSignIn);
    }

    private ModelAndView tried(
            HalfSignedIn half,
            Supplier<Account> act,
            String template,
            String field,
            StepPage page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return start.onward(act.get(), request, response);
        } catch (InvalidInput wrong) {
            return Pages.refused(template, with(page, wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal.reason(), "登录", "account:" + half.actorToBe().account());
            if (refusal.reason() == AccountRefusal.STEP_OVER) {
                throw refusal;
            }
            return Pages.refused(template, with(page, List.of(new Fault(field, refusal.sentence()))));
        }
    }

    private StepPage drawn(HalfSignedIn half) {
        var secret = Base32.of(timeCodes.pendingSecret(half.actorToBe().account()));
        return new StepPage(
                half.actorToBe().name(),
                SecretDrawing.of(half.actorToBe().account(), secret),
                Base32.grouped(secret),
                List.of());
    }

    static ModelAndView toSignIn() {
        return new ModelAndView("redirect:/sign-in");
    }

    private static StepPage plain(HalfSignedIn half, List<Fault> faults) {
        return new StepPage(half.actorToBe().name(), null, "", faults);
    }

    private static StepPage with(StepPage page, List<Fault> faults) {
        return new StepPage(page.name(), page.drawing(), page.secret(), faults);
    }
}

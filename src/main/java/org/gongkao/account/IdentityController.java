package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Who acts for an office is a person: accounts from before that was asked for are asked once, at sign-in. */
@Controller
@Everyone
class IdentityController {

    private static final String HERE = "/sign-in/identity";
    private static final String TEMPLATE = "account/identity";

    private final ProvingIdentity proving;
    private final SessionStart start;

    IdentityController(ProvingIdentity proving, SessionStart start) {
        this.proving = proving;
        this.start = start;
    }

    @GetMapping(HERE)
    ModelAndView show(HttpServletRequest request) {
        return SessionStart.owing(request, Pending.IDENTITY)
                .map(half -> Pages.page(TEMPLATE, page(half, "", List.of())))
                .orElseGet(StepController::toSignIn);
    }

    @PostMapping(HERE)
    ModelAndView give(
            @RequestParam(defaultValue = "") String number, HttpServletRequest request, HttpServletResponse response) {
        var owing = SessionStart.owing(request, Pending.IDENTITY);
        if (owing.isEmpty()) {
            return StepController.toSignIn();
        }
        var half = owing.get();
        try {
            return start.onward(proving.identify(half, number), request, response);
        } catch (InvalidInput wrong) {
            return Pages.refused(TEMPLATE, page(half, number, wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal.reason(), "登录", "account:" + half.actorToBe().account());
            if (refusal.reason() == AccountRefusal.STEP_OVER) {
                throw refusal;
            }
            return Pages.refused(TEMPLATE, page(half, number, List.of(new Fault("number", refusal.sentence()))));
        }
    }

    private static IdentityPage page(HalfSignedIn half, String number, List<Fault> faults) {
        return new IdentityPage(half.actorToBe().name(), number, faults);
    }
}

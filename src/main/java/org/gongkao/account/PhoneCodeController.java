package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkao.account.HalfSignedIn.Pending;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The right password from a browser that was never here, while strangers guess at it: the phone proves whose it is. */
@Controller
@Everyone
class PhoneCodeController {

    private static final String HERE = "/sign-in/phone-code";
    private static final String TEMPLATE = "account/phonecode";

    private final ProvingIdentity proving;
    private final SendingCodes sending;
    private final SessionStart start;

    PhoneCodeController(ProvingIdentity proving, SendingCodes sending, SessionStart start) {
        this.proving = proving;
        this.sending = sending;
        this.start = start;
    }

    @GetMapping(HERE)
    ModelAndView show(HttpServletRequest request) {
        return SessionStart.owing(request, Pending.PHONE_CODE)
                .map(half -> Pages.page(TEMPLATE, page(half, "", List.of())))
                .orElseGet(StepController::toSignIn);
    }

    @PostMapping(HERE)
    ModelAndView act(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var owing = SessionStart.owing(request, Pending.PHONE_CODE);
        if (owing.isEmpty()) {
            return StepController.toSignIn();
        }
        var half = owing.get();
        var asker = Asker.account(half.actorToBe().account(), request, response);
        try {
            if (!act.equals("code")) {
                return start.onward(proving.phoneCode(half, asker, code), request, response);
            }
            sending.send(Purpose.SIGN_IN, proving.phone(half), asker);
            return Pages.page(TEMPLATE, page(half, "验证码已发送，5 分钟内有效。", List.of()));
        } catch (Refusal refusal) {
            Refused.note(refusal.reason(), "登录", "account:" + half.actorToBe().account());
            if (refusal.reason() == AccountRefusal.STEP_OVER) {
                throw refusal;
            }
            return Pages.refused(TEMPLATE, page(half, "", List.of(new Fault("code", refusal.sentence()))));
        }
    }

    private PhoneCodePage page(HalfSignedIn half, String note, List<Fault> faults) {
        return new PhoneCodePage(half.actorToBe().name(), proving.phone(half).masked(), note, faults);
    }
}

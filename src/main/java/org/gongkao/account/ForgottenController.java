package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new password by a code on the registered phone. */
@Controller
@Everyone
class ForgottenController {

    private static final String HERE = "/forgotten-password";
    private static final String TEMPLATE = "account/forgotten";
    private static final String SENT = "如果这个号码注册过，验证码会发到注册时的手机上，5 分钟内有效，60 秒内不重复发送。";

    private final Recovering recovering;
    private final SendingCodes sending;
    private final Devices devices;
    private final SignInMarks marks;

    ForgottenController(Recovering recovering, SendingCodes sending, Devices devices, SignInMarks marks) {
        this.marks = marks;
        this.recovering = recovering;
        this.sending = sending;
        this.devices = devices;
    }

    @GetMapping(HERE)
    ModelAndView show() {
        return Pages.page(TEMPLATE, new ForgottenPage("", "", "", List.of()));
    }

    @PostMapping(HERE)
    ModelAndView act(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (username.isBlank() || username.length() > 60) {
            var fault = new Fault("username", "请填写身份证号码或注册时的手机号。");
            return Pages.refused(TEMPLATE, new ForgottenPage("", code, "", List.of(fault)));
        }
        return act.equals("code")
                ? code(username, request, response)
                : recover(username, code, password, again, request, response, flash);
    }

    /** Too many codes for a phone are not told either: it would say that the number is registered. */
    private ModelAndView code(String username, HttpServletRequest request, HttpServletResponse response) {
        var asker = Asker.stranger(request, response);
        recovering.lost(username).ifPresent(lost -> {
            boolean known = devices.knows(lost.account().id(), asker.browser());
            var whose = known ? Asker.knownDevice(request, response) : asker;
            try {
                sending.send(Purpose.FORGOTTEN_PASSWORD, lost.phone(), whose);
            } catch (Refusal refusal) {
                Refused.note(refusal);
                if (!(refusal.reason() instanceof AccountRefusal)) {
                    throw refusal;
                }
            }
        });
        return Pages.page(TEMPLATE, new ForgottenPage(username, "", SENT, List.of()));
    }

    private ModelAndView recover(
            String username,
            String code,
            String password,
            String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var asker = Asker.stranger(request, response);
        try {
            long account = recovering.recover(username, asker, code, password, again);
            // Whoever was made to wait for wrong passwords and came here as told can sign in at once.
            devices.seen(account, DeviceCookie.ensure(request, response));
        } catch (InvalidInput wrong) {
            return Pages.refused(TEMPLATE, new ForgottenPage(username, code, "", wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal.reason(), "找回密码", marks.subject(username));
            var fault = new Fault("code", "验证码不对或已失效，请核对最近一条短信，或在这个浏览器里重新获取。");
            return Pages.refused(TEMPLATE, new ForgottenPage(username, "", "", List.of(fault)));
        }
        flash.addFlashAttribute("flash", "密码已重设，请用新密码登录。");
        return new ModelAndView("redirect:/sign-in");
    }
}

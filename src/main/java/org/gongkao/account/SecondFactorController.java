package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second factor of an office's own account. */
@Controller
@Allowed({
    Role.UNIT_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.COUNTY_REVIEWER,
    Role.CITY_REVIEWER,
    Role.PROVINCE_REVIEWER,
    Role.ADMINISTRATOR,
    Role.FINANCE,
    Role.AUDITOR
})
class SecondFactorController {

    private static final String HERE = "/account/second-factor";
    private static final String TEMPLATE = "account/ownfactor";

    private final AccountRows accounts;
    private final TimeCodes timeCodes;
    private final ChoosingSecondFactor choosing;

    SecondFactorController(AccountRows accounts, TimeCodes timeCodes, ChoosingSecondFactor choosing) {
        this.accounts = accounts;
        this.timeCodes = timeCodes;
        this.choosing = choosing;
    }

    @GetMapping(HERE)
    ModelAndView show(Actor actor) {
        return Pages.page(TEMPLATE, page(actor));
    }

    @PostMapping(HERE + "/on")
    ModelAndView on(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            choosing.on(actor, current, code, SignInDetails.of(request));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(refusal, actor);
        }
        flash.addFlashAttribute("flash", "动态口令已启用，下次登录时除密码外还要输入手机上的六位数字。");
        return new ModelAndView("redirect:/account");
    }

    @PostMapping(HERE + "/off")
    ModelAndView off(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            choosing.off(actor, current, code, SignInDetails.of(request));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(refusal, actor);
        }
        flash.addFlashAttribute("flash", "动态口令已停用，手机上的那一条可以删除。");
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView again(Refusal refusal, Actor actor) {
        if (refusal.reason() == AccountRefusal.STEP_OVER || refusal.reason() == AccountRefusal.TOTP_REQUIRED) {
            throw refusal;
        }
        var field = refusal.reason() == AccountRefusal.TOTP_WRONG ? "code" : "current";
        return Pages.refused(TEMPLATE, page(actor).with(new Fault(field, refusal.sentence())));
    }

    private SecondFactorPage page(Actor actor) {
        if (accounts.find(actor.account()).orElseThrow().totpSince() != null) {
            return SecondFactorPage.ON;
        }
        var secret = Base32.of(timeCodes.pendingSecret(actor.account()));
        return new SecondFactorPage(
                SecretDrawing.of(actor.account(), secret), Base32.grouped(secret), java.util.List.of());
    }
}

package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gongkao.shared.DemoAccounts;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page to sign in on; the form itself is taken by the framework. */
@Controller
@Everyone
class SignInController {

    static final String SENTENCE = "gongkao.sign-in.sentence";

    private final @Nullable DemoAccounts demo;

    SignInController(ObjectProvider<DemoAccounts> demo) {
        this.demo = demo.getIfAvailable();
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String ended,
            HttpServletRequest request) {
        var half = SessionStart.half(request);
        if (half.isPresent() && out == null) {
            return new ModelAndView("redirect:" + half.get().pending().path());
        }
        SessionStart.giveUp(request);
        var notice = out != null ? "您已安全退出。" : ended != null ? "您离开的时间较长，为了安全已自动退出，请重新登录。登录后请再提交一次，已保存的内容都在。" : "";
        return Pages.page("account/signin", new SignInPage("", notice, demo, List.of()));
    }

    /** Reached only by a forward from the framework's own handling of the form. */
    @PostMapping("/sign-in/refused")
    ModelAndView refused(
            @RequestParam(defaultValue = "") String username,
            @RequestAttribute(name = SENTENCE, required = false) @Nullable String wait) {
        var sentence = wait == null ? AccountRefusal.SIGN_IN_WRONG.sentence() : wait;
        return Pages.refused(
                "account/signin", new SignInPage(username, "", demo, List.of(new Fault("username", sentence))));
    }
}

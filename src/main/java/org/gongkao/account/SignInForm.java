package org.gongkao.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gongkao.audit.Audit;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** 登录表单设置。What the account module adds to the wiring's form login: where it comes from, what follows it. */
@Component
public class SignInForm implements Customizer<FormLoginConfigurer<HttpSecurity>> {

    private final SessionStart start;
    private final SignInMarks marks;
    private final Audit audit;

    SignInForm(SessionStart start, SignInMarks marks, Audit audit) {
        this.start = start;
        this.marks = marks;
        this.audit = audit;
    }

    @Override
    public void customize(FormLoginConfigurer<HttpSecurity> form) {
        form.authenticationDetailsSource(SignInDetails::of)
                .successHandler(this::succeeded)
                .failureHandler(this::failed);
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        response.sendRedirect(start.after(who, request, response));
    }

    /** Answered within the same request, so that what was typed stays and stands in no address and no session. */
    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        var name = request.getParameter("username");
        audit.refusedStranger(
                request.getRemoteAddr(),
                "登录",
                marks.subject(name == null ? "" : name),
                why instanceof MustWait ? AccountRefusal.TRIES_TOO_MANY : AccountRefusal.SIGN_IN_WRONG);
        if (why instanceof MustWait wait) {
            request.setAttribute(SignInController.SENTENCE, wait.sentence());
        }
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }
}

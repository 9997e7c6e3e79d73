package org.gongkao.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    SignInForm(SessionStart start) {
        this.start = start;
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
        if (why instanceof MustWait wait) {
            request.setAttribute(SignInController.SENTENCE, wait.sentence());
        }
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }
}

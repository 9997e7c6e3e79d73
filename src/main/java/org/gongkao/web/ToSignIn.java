package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** 登录入口。Brings a person whose session ended back to the page they were on, and to what they had typed if a form was sent. */
class ToSignIn implements AuthenticationEntryPoint {

    /** Where the framework's own cache keeps the page that was wanted. */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        lead(request, response);
    }

    static void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        rememberPage(request);
        var url = request.getContextPath() + "/sign-in" + (HttpMethod.GET.matches(request.getMethod()) ? "" : "?ended");
        if (isFragment(request)) {
            response.setHeader("HX-Redirect", url);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(url);
        }
    }

    static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** A form or a part of a page has no address of its own to come back to; what was typed, or the page that it was sent from, has. */
    private static void rememberPage(HttpServletRequest request) {
        var unsent = UnsentForms.keep(request);
        if (unsent.isPresent()) {
            request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(unsent.get()));
            return;
        }
        var from = request.getHeader(HttpHeaders.REFERER);
        if (from == null || (HttpMethod.GET.matches(request.getMethod()) && !isFragment(request))) {
            return;
        }
        var path = Referrer.path(from);
        if (!path.startsWith("/sign-in")) {
            request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(path));
        }
    }
}

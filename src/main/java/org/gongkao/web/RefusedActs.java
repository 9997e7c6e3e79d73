package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * 未予办理的留痕。The one place where a request's refusal gets its line: after the handler, so that every transaction of it is
 * over, and before the page, so that who reads the answer finds the line. Whoever is not signed in is counted by address.
 */
@Component
class RefusedActs implements HandlerInterceptor {

    /** The button of a form that has several, as our pages name them; anything else was not written by us. */
    private static final Pattern BUTTON = Pattern.compile("[A-Za-z_]{2,20}");

    private static final Pattern TYPED = Pattern.compile("(%[0-9A-Fa-f]{2})+");

    private final Audit audit;

    RefusedActs(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        write(request);
    }

    /** For what was refused by a handler that answers without a page, or while a page was made. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        write(request);
    }

    void write(HttpServletRequest request) {
        Refused.take().ifPresent(refused -> {
            var act = refused.act() == null ? act(request) : refused.act();
            var subject = refused.subject() == null ? path(request) : refused.subject();
            var actor = SignedInActor.orNull();
            if (actor == null) {
                audit.refusedStranger(request.getRemoteAddr(), act, subject, refused.reason());
            } else {
                audit.refused(actor, act, subject, refused.reason());
            }
        });
    }

    private static String act(HttpServletRequest request) {
        var button = request.getParameter("act");
        return button != null && BUTTON.matcher(button).matches()
                ? request.getMethod() + " " + button
                : request.getMethod();
    }

    /** Ids and public numbers are plain; what is spelt out was typed by somebody. */
    private static String path(HttpServletRequest request) {
        return TYPED.matcher(request.getRequestURI()).replaceAll("…");
    }
}

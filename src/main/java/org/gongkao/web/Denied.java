package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.ErrorPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** A form whose forgery token no longer fits: mostly a page that stood open for long. */
@Component
class Denied implements AccessDeniedHandler {

    private final ObjectProvider<JteViews> views;

    Denied(@Lazy ObjectProvider<JteViews> views) {
        this.views = views;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        var reason = CommonRefusal.PAGE_TOO_OLD;
        response.setStatus(reason.status());
        var page = new ErrorPage(reason.status(), "页面已过期", reason.sentence(), null, null);
        try {
            var view = views.getObject().resolveViewName("shared/error", Locale.CHINA);
            java.util.Objects.requireNonNull(view).render(java.util.Map.of("page", page), request, response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.ErrorPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A form whose forgery token no longer fits: mostly a page that stood open while somebody signed in anew in another window. What was
 * typed comes back at once to who is signed in and has typed it; who is not signs in first.
 */
@Component
class Denied implements AccessDeniedHandler {

    /** As much as a body may hold that is no file. */
    static final int MOST = 2 * 1024 * 1024;

    private final ObjectProvider<JteViews> views;

    Denied(@Lazy ObjectProvider<JteViews> views) {
        this.views = views;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var reason = CommonRefusal.PAGE_TOO_OLD;
        var actor = SignedInActor.orNull();
        var unsent = Unsent.of(request, MOST);
        if (actor == null && unsent.map(Unsent::account).isPresent()) {
            ToSignIn.lead(request, response);
        } else if (unsent.isEmpty() || (actor != null && !unsent.get().isOf(actor.account()))) {
            var page = new ErrorPage(reason.status(), "页面已过期", reason.sentence(), null, null, List.of());
            render("shared/error", page, request, response);
        } else {
            render("shared/unsent", unsent.get().page(), request, response);
        }
    }

    private void render(String template, Object page, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(CommonRefusal.PAGE_TOO_OLD.status());
        try {
            var view = views.getObject().resolveViewName(template, Locale.CHINA);
            Objects.requireNonNull(view).render(Map.of("page", page), request, response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

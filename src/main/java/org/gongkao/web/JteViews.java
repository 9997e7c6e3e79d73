package org.gongkao.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkao.shared.Chrome;
import org.gongkao.shared.ErrorPage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** 页面渲染。Renders a template into memory and then writes it: a page that fails becomes an error page, never half a page. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine;
    private final Chromes chromes;

    JteViews(TemplateEngine engine, Chromes chromes) {
        this.engine = engine;
        this.chromes = chromes;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        // A redirect is no template, and for one that is none the engine searches all classes each time.
        if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return redirect(name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()));
        }
        return name.indexOf(':') < 0 && engine.hasTemplate(name + ".jte")
                ? (model, request, response) -> render(name, model, request, response)
                : null;
    }

    /** An address may hold what somebody typed: braces in it name nothing. */
    private static View redirect(String address) {
        var view = new RedirectView(address, true);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    private void render(
            String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var parameters = new HashMap<String, Object>();
        if (model != null) {
            parameters.putAll(model);
        }
        parameters.put("chrome", chrome(name, request, parameters.get("flash")));
        var html = new StringOutput(16 * 1024);
        engine.render(name + ".jte", parameters, html);
        var bytes = html.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** An error page as text, with nothing around it that would have to be asked for. */
    String bare(ErrorPage page, HttpServletRequest request) {
        var html = new StringOutput();
        engine.render("shared/error.jte", Map.of("page", page, "chrome", chromes.bare(request)), html);
        return html.toString();
    }

    /** The error page must come even when what usually stands around a page is what failed. */
    private Chrome chrome(String name, HttpServletRequest request, @Nullable Object flash) {
        try {
            return chromes.of(request, flash);
        } catch (RuntimeException failed) {
            if (!name.equals("shared/error")) {
                throw failed;
            }
            return chromes.bare(request);
        }
    }
}

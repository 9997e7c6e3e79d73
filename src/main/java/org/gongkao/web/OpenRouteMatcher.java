package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks the route table itself which handler would answer, so that {@code @Everyone} is said in one place only. What nobody
 * answers is open too: a stranger with a mistyped address reads that there is no such page, instead of signing in to learn it.
 */
@Component
class OpenRouteMatcher implements SecurityRules.OpenRoutes {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    OpenRouteMatcher(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            var chain = routes.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method && Guard.isForEveryone(method);
        } catch (Exception noSuchRoute) {
            // Wrong method or media type: not an open route; the signed-in get the page that says so.
            return false;
        }
    }
}

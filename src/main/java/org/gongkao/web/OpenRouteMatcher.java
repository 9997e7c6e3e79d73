package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks the route table itself which handler would answer, so that {@code @Everyone} is said in one place only. What nobody
 * answers is open too: a stranger with a mistyped address reads that there is no such page, instead of signing in to learn it.
 */
@Component
class OpenRouteMatcher implements SecurityRules.OpenRoutes {

    private final ObjectProvider<HandlerMapping> routes;

    OpenRouteMatcher(ObjectProvider<HandlerMapping> routes) {
        this.routes = routes;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            for (var mapping : (Iterable<HandlerMapping>) routes.orderedStream()::iterator) {
                var chain = mapping.getHandler(request);
                if (chain != null) {
                    return isOpen(chain.getHandler());
                }
            }
            return true;
        } catch (HttpRequestMethodNotSupportedException noSuchPage) {
            return true;
        } catch (Exception unfit) {
            return false;
        }
    }

    /** The handler of static files stands last and takes whatever is left: a file of ours, or a page that says 404. */
    private static boolean isOpen(Object handler) {
        return handler instanceof ResourceHttpRequestHandler
                || (handler instanceof HandlerMethod method && Guard.isForEveryone(method));
    }
}

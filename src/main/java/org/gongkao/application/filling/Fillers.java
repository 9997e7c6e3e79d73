package org.gongkao.application.filling;

import java.util.List;
import java.util.Map;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Identified;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives the handlers of both the worker's pages and their twins for the unit's clerk the {@link Filler}. To a worker the twins
 * are not there, to a clerk the worker's pages are not, nor anybody who does not stand at the clerk's unit.
 */
@Configuration(proxyBeanMethods = false)
class Fillers implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final String WORKER = "worker";

    private final AssistedWorkers workers;

    Fillers(AssistedWorkers workers) {
        this.workers = workers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Filler.class;
    }

    @Override
    public Filler resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Identified someone)) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        var actor = someone.actor();
        var worker = worker(request);
        if (actor.is(Role.WORKER) && worker == null) {
            return Filler.own(actor);
        }
        if (actor.is(Role.UNIT_CLERK) && worker != null && worker.matches("[0-9]{1,18}")) {
            return workers.filler(Long.parseLong(worker), actor);
        }
        throw new Refusal(CommonRefusal.NOT_FOUND);
    }

    private static @Nullable String worker(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get(WORKER) instanceof String text ? text : null;
    }
}

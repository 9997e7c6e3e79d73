package org.gongkao.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Gives handlers their {@link Actor} and the arrival stamp, guards every route, renders the templates. */
@Configuration(proxyBeanMethods = false)
class Web implements WebMvcConfigurer {

    private final RefusedActs refusedActs;

    Web(RefusedActs refusedActs) {
        this.refusedActs = refusedActs;
    }

    @Bean
    static TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.gongkao");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Guard());
        registry.addInterceptor(refusedActs);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Only an address that names its content (Assets) or its version (the libraries) may be kept for long.
        var forAYear = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/{name:.+-[0-9a-f]{32}\\..+}")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(forAYear)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(forAYear);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver(Actor.class) {
            @Override
            @Nullable
            Object resolve(MethodParameter parameter, HttpServletRequest request) {
                var actor = SignedInActor.orNull();
                if (actor == null && !parameter.isOptional()) {
                    throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
                }
                return actor;
            }
        });
        resolvers.add(new Resolver(Instant.class) {
            @Override
            Object resolve(MethodParameter parameter, HttpServletRequest request) {
                return Arrival.of(request);
            }
        });
    }

    private abstract static class Resolver implements HandlerMethodArgumentResolver {
        private final Class<?> type;

        Resolver(Class<?> type) {
            this.type = type;
        }

        abstract @Nullable Object resolve(MethodParameter parameter, HttpServletRequest request);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type && !parameter.hasParameterAnnotations();
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return resolve(parameter, Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }
}

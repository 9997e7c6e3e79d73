package org.gongkao.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sign-in, headers and forgery protection. Who may call what is said on the handlers ({@code @Allowed}, {@code @Everyone})
 * and enforced by {@link Guard}; here a request only has to be either for everyone or signed in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** Where the framework's own cache keeps the page that was wanted. */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    /** What a channel signs needs neither session nor token: no filter stands before it, for it comes in rushes. */
    @Bean
    @Order(0)
    SecurityFilterChain channelMessages() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/payment/notifications/*"));
    }

    /** A character that no database takes is nobody's input; where it came from, it is told so like any other unreadable request. */
    @Bean
    static StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            OpenRoutes open,
            Denied denied,
            ObjectProvider<Customizer<FormLoginConfigurer<HttpSecurity>>> signIn)
            throws Exception {
        var csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrf.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()) && !isFragment(request));
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/assets/**", "/webjars/**", "/favicon.ico", "/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .access(AuthorizationManagers.anyOf(
                                AuthenticatedAuthorizationManager.authenticated(), isOpen(open))))
                .formLogin(form -> {
                    form.loginPage("/sign-in")
                            .loginProcessingUrl("/sign-in")
                            .defaultSuccessUrl("/home")
                            .failureUrl("/sign-in?wrong")
                            .permitAll();
                    signIn.orderedStream().forEach(more -> more.customize(form));
                })
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .requestCache(c -> c.requestCache(cache))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(denied))
                .csrf(c -> c.csrfTokenRepository(csrf).ignoringRequestMatchers("/api/eligibility/verdicts"))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(PageHeaders.CONTENT_SECURITY_POLICY))
                        .frameOptions(f -> f.sameOrigin())
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(Customizer.withDefaults());
        return http.build();
    }

    /** Asked of strangers only: whoever is signed in need not wait for the route to be looked up twice. */
    private static AuthorizationManager<RequestAuthorizationContext> isOpen(OpenRoutes open) {
        return (who, context) -> new AuthorizationDecision(open.matches(context.getRequest()));
    }

    private static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** 登录入口。Brings a person whose session ended back to the page they were on, also after a form was sent. */
    private static final class ToSignIn implements AuthenticationEntryPoint {
        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
                throws IOException {
            var where = UriComponentsBuilder.fromPath(request.getContextPath() + "/sign-in");
            rememberPage(request);
            if (!HttpMethod.GET.matches(request.getMethod())) {
                where.queryParam("ended");
            }
            var url = where.toUriString();
            if (isFragment(request)) {
                response.setHeader("HX-Redirect", url);
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                response.sendRedirect(url);
            }
        }
    }

    /** A form or a part of a page has no address of its own to come back to; the page that it was sent from has. */
    private static void rememberPage(HttpServletRequest request) {
        var from = request.getHeader(HttpHeaders.REFERER);
        if (from == null || (HttpMethod.GET.matches(request.getMethod()) && !isFragment(request))) {
            return;
        }
        var path = Referrer.path(from);
        if (!path.startsWith("/sign-in")) {
            request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(path));
        }
    }

    /** 公开路由。True for requests whose handler is marked {@code @Everyone}. */
    interface OpenRoutes extends RequestMatcher {}
}

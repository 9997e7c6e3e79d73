package org.gongkao.web;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Sign-in, headers and forgery protection. Who may call what is said on the handlers ({@code @Allowed}, {@code @Everyone})
 * and enforced by {@link Guard}; here a request only has to be either for everyone or signed in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** What a channel signs needs neither session nor token: no filter stands before it, for it comes in rushes. */
    @Bean
    @Order(0)
    SecurityFilterChain channelMessages() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/payment/notifications/*"));
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
        cache.setRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && !ToSignIn.isFragment(request));
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

    /** 公开路由。True for requests whose handler is marked {@code @Everyone}. */
    interface OpenRoutes extends RequestMatcher {}
}

package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody of the cast at every route. Who may call what is written in docs/rights.md, made of the annotations, so that a
 * right that changes is seen in the change; here each cell of that page is tried.
 */
class RouteMatrixTest extends DatabaseTest {

    private static final List<Role> ROLES =
            Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();

    /** The payment counterpart signs its messages instead; a verdict changes nothing and asks nobody who they are. */
    private static final Set<String> TOKENLESS =
            Set.of("/payment/notifications/wechat", "/payment/notifications/alipay", "/api/eligibility/verdicts");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private List<Room> rooms;

    /** A route and who may call it; {@code roles} is null for everybody. */
    private record Route(HttpMethod method, String pattern, boolean everyone, Set<Role> roles) {

        /** Keys that nobody has, so that nothing is changed and what is not there is not found. */
        String address() {
            return pattern.replace("{page}", "1").replaceAll("\\{[^}]+}", "999999");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Test
    void the_page_of_rights_is_made_of_the_annotations() {
        var page = new StringBuilder(
                "# Rights\n\nEvery route and the roles that may call it, generated from the annotations;"
                        + " `RouteMatrixTest` tries each cell with the whole cast. 公开 is open to everybody.\n\n| route |");
        ROLES.forEach(role -> page.append(' ').append(role.label()).append(" |"));
        page.append("\n|---|").append("---|".repeat(ROLES.size())).append('\n');
        for (var route : routes()) {
            page.append("| `").append(route).append("` |");
            ROLES.forEach(role ->
                    page.append(route.everyone() ? " 公开 |" : route.roles().contains(role) ? " ● |" : "  |"));
            page.append('\n');
        }
        Committed.is(Path.of("docs/rights.md"), page.toString());
    }

    static List<String> personas() {
        return Cast.ALL;
    }

    @ParameterizedTest
    @MethodSource("personas")
    void each_of_the_cast_reaches_what_the_role_may_and_nothing_else(String persona) {
        var role = cast.actor(persona).role();
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            var answer = call(route, persona);
            int status = answer.getResponse().getStatus();
            boolean may = route.everyone() || route.roles().contains(role);
            if (status >= 500) {
                wrong.add(route + " broke with " + status);
            } else if (may && (status == 403 || (leadsToSignIn(answer) && !isStepOfSignIn(route)))) {
                wrong.add(route + " refused with " + status + " though " + role + " may");
            } else if (!may && status != 403) {
                wrong.add(route + " answered " + status + " though " + role + " may not");
            }
        }
        assertThat(wrong).as(persona).isEmpty();
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_sign_in_page() {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            var answer = call(route, null);
            int status = answer.getResponse().getStatus();
            if (status >= 500 || (leadsToSignIn(answer) == route.everyone() && !isStepOfSignIn(route))) {
                wrong.add(route + " answered " + status + " "
                        + answer.getResponse().getRedirectedUrl());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            if (route.method() == HttpMethod.GET || TOKENLESS.contains(route.pattern())) {
                continue;
            }
            var answer = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                            route.method(), route.address())
                    .with(cast.as(Cast.ADMINISTRATOR)));
            if (answer.getResponse().getStatus() != 403 && !leadsToSignIn(answer)) {
                wrong.add(route + " answered " + answer.getResponse().getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_room_in_the_navigation_opens_for_those_who_see_it() {
        var wrong = new ArrayList<String>();
        for (var persona : Cast.ALL) {
            for (var room : rooms) {
                if (room.roles().contains(cast.actor(persona).role())) {
                    int status = mvc.get()
                            .uri(room.path())
                            .with(cast.as(persona))
                            .exchange()
                            .getResponse()
                            .getStatus();
                    if (status != 200 && status != 302) {
                        wrong.add(persona + " at " + room.path() + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private MvcTestResult call(Route route, @org.jspecify.annotations.Nullable String persona) {
        var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                route.method(), route.address());
        if (route.method() != HttpMethod.GET) {
            request = request.with(csrf());
        }
        return mvc.perform(persona == null ? request : request.with(cast.as(persona)));
    }

    /** Open to whoever is in the middle of signing in; everybody else is led to its beginning. */
    private static boolean isStepOfSignIn(Route route) {
        return route.pattern().startsWith("/sign-in/");
    }

    private static boolean leadsToSignIn(MvcTestResult answer) {
        var to = answer.getResponse().getRedirectedUrl();
        return to != null && to.startsWith("/sign-in");
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.gongkao.")
                    || ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                return;
            }
            var methods = mapping.getMethodsCondition().getMethods();
            assertThat(methods).as("%s names its method", handler).isNotEmpty();
            for (var method : methods) {
                for (var pattern : mapping.getPatternValues()) {
                    routes.add(new Route(method.asHttpMethod(), pattern, isForEveryone(handler), roles(handler)));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::pattern)
                .thenComparing(route -> route.method().name()));
        return routes;
    }

    private static Set<Role> roles(HandlerMethod handler) {
        var allowed = handler.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        }
        return allowed == null ? Set.of() : new TreeSet<>(Arrays.asList(allowed.value()));
    }

    private static boolean isForEveryone(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Everyone.class)
                || (!handler.hasMethodAnnotation(Allowed.class)
                        && AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Everyone.class));
    }
}

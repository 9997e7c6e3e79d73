package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.DemoAccounts;
import org.gongkao.shared.StartRefused;
import org.gongkao.sms.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a province installs: it names what is missing, and has none of the demo's conveniences. */
class ProductionTest {

    @Test
    void it_names_everything_that_is_missing_at_once() {
        assertThatThrownBy(() -> new SpringApplication(Gongkao.class).run())
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.getMessage())
                                .contains(
                                        "spring.datasource.url",
                                        "gongkao.keys.encryption",
                                        "gongkao.sms.url",
                                        "gongkao.public-address"));
    }

    @Test
    void started_for_real_it_has_no_settable_clock_no_outbox_and_no_demo_accounts() throws Exception {
        try (var running = new SpringApplicationBuilder(Gongkao.class)
                .run(settings().entrySet().stream()
                        .map(e -> "--" + e.getKey() + "=" + e.getValue())
                        .toArray(String[]::new))) {
            assertThat(running.getBeansOfType(DemoAccounts.class)).isEmpty();
            assertThat(running.getBeansOfType(Outbox.class)).isEmpty();
            assertThat(running.getBean(BusinessClock.class).getClass().getPackageName())
                    .isEqualTo("org.gongkao");
            assertThat(running.getBeanDefinitionNames())
                    .noneMatch(n -> String.valueOf(running.getType(n)).contains("org.gongkao.demo"));
            var routes = running.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            assertThat(routes.getHandlerMethods().keySet())
                    .noneMatch(route -> route.toString().contains("/demo"));
            assertThat(watched(running)).isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        }
    }

    /** What an operator's watch is told, without a password and without details. */
    private static String watched(ApplicationContext running) throws Exception {
        var port = running.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** All that the packaged program needs, on a database that nothing has used. */
    static Map<String, String> settings() {
        var server = TestDatabase.server();
        return Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("spring.datasource.url", TestDatabase.fresh()),
                Map.entry("spring.datasource.username", EmbeddedServer.APP),
                Map.entry("spring.datasource.password", server.password(EmbeddedServer.APP)),
                Map.entry("spring.flyway.user", EmbeddedServer.OWNER),
                Map.entry("spring.flyway.password", server.password(EmbeddedServer.OWNER)),
                Map.entry("gongkao.keys.encryption", "k1:Z29uZ2thby10ZXN0LWVuY3J5cHRpb24ta2V5LTAwMDE="),
                Map.entry("gongkao.keys.index", "k1:Z29uZ2thby10ZXN0LWxvb2t1cC1pbmRleC1rZXkwMDE="),
                Map.entry("gongkao.sms.url", "http://127.0.0.1:9/sms"),
                Map.entry("gongkao.sms.key", "secret"),
                Map.entry("gongkao.sms.sign", "工考"),
                Map.entry("gongkao.public-address", "https://gongkao.example"),
                Map.entry("gongkao.files.folder", "target/production-files"));
    }
}

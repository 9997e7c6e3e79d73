package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demo as {@code spring-boot:run} starts it: a program of its own, on a folder of its own. */
class DemoTest {

    private static final String SAYS = "工考平台（演示）已启动：";

    @Test
    void it_says_where_it_is_and_who_may_sign_in_and_a_second_one_in_its_folder_or_on_its_port_is_refused()
            throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "demo")
                .toAbsolutePath();
        var demo = start(folder, 0);
        try {
            var said = saidUntil(demo, line -> line.contains("马超"));
            assertThat(said).contains("演示账号", "陈立民", "审计人员");
            var address = said.lines()
                    .filter(line -> line.startsWith(SAYS))
                    .map(line -> URI.create(line.substring(SAYS.length())))
                    .findAny()
                    .orElseThrow();
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(signedIn(address, "chenlimin")).contains("演示环境", "陈立民", "我的申报");

            assertThat(refused(start(folder, 0))).contains("平台已在运行", "请先关闭它，或在另一个目录中启动。");
            var another = folder.resolveSibling(folder.getFileName() + "-2");
            assertThat(refused(start(another, address.getPort())))
                    .contains("端口 " + address.getPort() + " 已被占用，平台没有启动。");
            assertThat(refused(start(another, 80_000))).contains("端口 80000 不存在，平台没有启动。");
            assertThat(another).doesNotExist();
            assertThat(demo.isAlive()).isTrue();
        } finally {
            demo.destroy();
            assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The build's archive for the build's folder of classes, and nothing of the tests. */
    private static String archived(String path) {
        var target = Path.of("target").toAbsolutePath();
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.equals(target.resolve("test-classes").toString()))
                .map(entry -> entry.equals(target.resolve("classes").toString())
                        ? target.resolve("demo.jar").toString()
                        : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String refused(Process program) throws Exception {
        var said = saidUntil(program, line -> false);
        assertThat(said).doesNotContain(SAYS, "Exception", "WARN");
        assertThat(program.waitFor()).isNotZero();
        return said;
    }

    private static Process start(Path folder, int port) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dspring.aot.enabled=true",
                        "-cp",
                        archived(System.getProperty("java.class.path")),
                        Demo.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("GONGKAO_DATA", folder.toString());
        return builder.start();
    }

    /** What it said up to such a line, or to its end. */
    private static String saidUntil(Process program, Predicate<String> last) throws IOException {
        var lines = program.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (last.test(line)) {
                break;
            }
        }
        return said.toString();
    }

    /** The first page of one of the cast. */
    private static String signedIn(URI address, String username) throws Exception {
        try (var http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var form = address.resolve("/sign-in");
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                    .matcher(page(http, HttpRequest.newBuilder(form)))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            var typed = "_csrf=" + token + "&username=" + username + "&password=" + encoded(CastSeeds.PASSWORD);
            return page(
                    http,
                    HttpRequest.newBuilder(form)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(typed)));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String page(HttpClient http, HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}

package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The demo as {@code spring-boot:run} starts it: a program of its own, on a folder of its own. */
class DemoTest {

    private static final String SAYS = "工考平台（演示）已启动：";

    @Test
    void it_says_where_it_is_and_who_may_sign_in_and_a_second_one_in_its_folder_is_refused() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "demo")
                .toAbsolutePath();
        var demo = start(folder);
        try {
            var said = saidUntil(demo, line -> line.contains("马超"));
            assertThat(said).contains("演示账号", "陈立民", "审计人员");
            var address = said.lines()
                    .filter(line -> line.startsWith(SAYS))
                    .map(line -> URI.create(line.substring(SAYS.length())))
                    .findAny()
                    .orElseThrow();
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(page(address)).contains("演示环境");

            var second = start(folder);
            assertThat(saidUntil(second, line -> false))
                    .contains("平台已在运行", "请先关闭它，或在另一个目录中启动。")
                    .doesNotContain(SAYS, "Exception", "WARN");
            assertThat(second.waitFor()).isNotZero();
            assertThat(demo.isAlive()).isTrue();
        } finally {
            demo.destroy();
            assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Process start(Path folder) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", "0");
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

    private static String page(URI address) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}

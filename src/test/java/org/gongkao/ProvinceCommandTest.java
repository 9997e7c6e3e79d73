package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.demo.EmbeddedServer;
import org.junit.jupiter.api.Test;

/** The commands on the machine for the province's accounts, each a program of its own as docs/operations/settings.md starts it. */
class ProvinceCommandTest {

    private final String database = TestDatabase.fresh();

    @Test
    void an_account_of_the_province_is_opened_and_changed_on_the_machine_or_the_command_says_what_is_wrong()
            throws Exception {
        says(
                0,
                start("410105197003070019", "--open-province-account=gaoyuan", "--holder=高原"),
                "账号 gaoyuan（高原）已开立，首次密码：");
        var unknown = start("", "--change-province-account=nobody", "--act=reset");
        var wrong = start("410105198001010010", change("--act=hand-over", "--successor=chenjing", "--holder=陈静"));
        says(1, unknown, "没有这个用户名的省级账号");
        says(1, wrong, "身份证号码不对");
        says(0, start("", change("--act=reset")), "账号 gaoyuan 已重置，首次密码：");
    }

    private static String[] change(String... more) {
        return Stream.concat(Stream.of("--change-province-account=gaoyuan"), Stream.of(more))
                .toArray(String[]::new);
    }

    /** What it said: one sentence for who typed the command, in Chinese, and nothing of the program's inside. */
    private static void says(int code, Process program, String sentence) throws Exception {
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).hasLineCount(1).contains(sentence).doesNotContain("Exception");
        assertThat(program.exitValue()).as(said).isEqualTo(code);
    }

    private Process start(String number, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                Gongkao.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings());
        builder.environment().put("CLASSPATH", withoutTests());
        builder.environment().put("HOLDER_NUMBER", number);
        return builder.start();
    }

    private Map<String, String> settings() {
        var server = TestDatabase.server();
        return Map.ofEntries(
                Map.entry("SPRING_DATASOURCE_URL", database),
                Map.entry("SPRING_DATASOURCE_USERNAME", EmbeddedServer.APP),
                Map.entry("SPRING_DATASOURCE_PASSWORD", server.password(EmbeddedServer.APP)),
                Map.entry("SPRING_FLYWAY_USER", EmbeddedServer.OWNER),
                Map.entry("SPRING_FLYWAY_PASSWORD", server.password(EmbeddedServer.OWNER)),
                Map.entry("GONGKAO_KEYS_ENCRYPTION", "k1:Z29uZ2thby10ZXN0LWVuY3J5cHRpb24ta2V5LTAwMDE="),
                Map.entry("GONGKAO_KEYS_INDEX", "k1:Z29uZ2thby10ZXN0LWxvb2t1cC1pbmRleC1rZXkwMDE="),
                Map.entry("GONGKAO_SMS_URL", "http://127.0.0.1:9/sms"),
                Map.entry("GONGKAO_SMS_KEY", "secret"),
                Map.entry("GONGKAO_SMS_SIGN", "工考"),
                Map.entry("GONGKAO_PUBLICADDRESS", "https://gongkao.example"),
                Map.entry("GONGKAO_FILES_FOLDER", "target/production-files"));
    }

    private static String withoutTests() {
        var tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

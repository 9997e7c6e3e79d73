package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands on the machine for the province's accounts, each a program of its own as docs/operations/settings.md starts it. */
class ProvinceCommandTest {

    private final Map<String, String> settings = ProductionTest.settings();

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
        settings.forEach((name, value) -> builder.environment()
                .put(name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""), value));
        builder.environment().put("CLASSPATH", withoutTests());
        builder.environment().put("HOLDER_NUMBER", number);
        return builder.start();
    }

    private static String withoutTests() {
        var tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

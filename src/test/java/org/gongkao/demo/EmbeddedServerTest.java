package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.gongkao.shared.StartRefused;
import org.junit.jupiter.api.Test;

/** The embedded database keeps what it acknowledged, whoever is killed, and trusts nobody without a password. */
class EmbeddedServerTest {

    @Test
    void what_was_acknowledged_survives_a_kill_of_the_program_and_a_kill_of_the_database() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "killed")
                .toAbsolutePath();
        var program = holding(folder);
        assertThatThrownBy(() -> EmbeddedServer.start(folder, true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("已在运行");
        program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        var second = EmbeddedServer.start(folder, true);
        assertThat(kept(second)).isEqualTo("acknowledged");
        killDatabase(folder);
        second.close();

        try (var third = EmbeddedServer.start(folder, true)) {
            assertThat(kept(third)).isEqualTo("acknowledged");
            assertThat(setting(third, "fsync")).isEqualTo("on");
            assertThat(setting(third, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(third, "full_page_writes")).isEqualTo("on");
            assertThat(setting(third, "listen_addresses")).isEqualTo("127.0.0.1");
            for (var password :
                    new String[] {"guess", third.password(EmbeddedServer.APP), third.password(EmbeddedServer.OWNER)}) {
                assertThatThrownBy(() -> DriverManager.getConnection(third.url("postgres"), "postgres", password))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> DriverManager.getConnection(
                            third.url("gongkao"), EmbeddedServer.OWNER, third.password(EmbeddedServer.APP)))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_number_left_in_the_folder_that_is_another_programs_by_now_stops_nobody() throws Exception {
        var folders = Files.createDirectories(Path.of("target", "databases"));
        var another = Files.createTempDirectory(folders, "another").toAbsolutePath();
        var left = Files.createTempDirectory(folders, "left").toAbsolutePath();
        try (var running = EmbeddedServer.start(another, true)) {
            var number = Files.readString(another.resolve("postgresql/postmaster.pid"));
            EmbeddedServer.start(left, true).close();
            Files.writeString(left.resolve("postgresql/postmaster.pid"), number);
            EmbeddedServer.start(left, true).close();
            assertThat(setting(running, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_refused_with_a_sentence() throws IOException {
        var file = Files.createTempFile(Files.createDirectories(Path.of("target", "databases")), "file", "");
        assertThatThrownBy(() -> EmbeddedServer.start(file.resolve("database"), true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("不能建立或不能写入");
    }

    private static Process holding(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingServer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        var lines = new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return process;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The program did not get ready:\n" + said);
    }

    private static void killDatabase(Path folder) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static String kept(EmbeddedServer server) throws SQLException {
        return query(server, "select what from kept");
    }

    private static String setting(EmbeddedServer server, String name) throws SQLException {
        return query(server, "show " + name);
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url("gongkao"), EmbeddedServer.OWNER, server.password(EmbeddedServer.OWNER));
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}

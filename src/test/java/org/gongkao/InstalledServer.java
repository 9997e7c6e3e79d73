package org.gongkao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.demo.Databases;
import org.springframework.boot.SpringApplication;

/**
 * An installed PostgreSQL (Debian's), started for the tests in a folder of its own and thrown away with it. PostgreSQL
 * refuses to run as root; then the package's user {@code postgres} runs it.
 */
final class InstalledServer implements TestServer {

    private static final String PASSWORD = "installed";

    private final Path binaries;
    private final Path data;
    private int port;

    private InstalledServer(Path binaries, Path data) {
        this.binaries = binaries;
        this.data = data;
    }

    static InstalledServer start(Path binaries) {
        try {
            var folder = Files.createTempDirectory("gongkao-installed");
            var password = Files.writeString(folder.resolve("password"), PASSWORD);
            var server = new InstalledServer(binaries, folder.resolve("data"));
            if (isRoot()) {
                run(List.of("chown", "-R", "postgres", folder.toString()));
            }
            server.call(
                    "initdb",
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8");
            server.listen(folder.resolve("log"));
            SpringApplication.getShutdownHandlers().add(server::stop);
            try (var administrator = server.administrator()) {
                Databases.createRoles(administrator, server::password);
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A port that was free may be taken by the time it is wanted, on a machine where others test too. */
    private void listen(Path log) throws IOException {
        IOException last = new IOException("not tried");
        for (int attempt = 0; attempt < 5; attempt++) {
            port = freePort();
            var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
            try {
                call("pg_ctl", "-w", "-l", log.toString(), "-o", options, "start");
                return;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void stop() {
        try {
            call("pg_ctl", "-m", "immediate", "stop");
            run(List.of("rm", "-rf", data.resolveSibling("").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void call(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(binaries.resolve(program).toString());
        command.add("-D");
        command.add(data.toString());
        command.addAll(List.of(arguments));
        run(asPostgres(command));
    }

    private static List<String> asPostgres(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        var all = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        all.addAll(command);
        return all;
    }

    private static void run(List<String> command) throws IOException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .directory(Path.of("/").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(url("postgres"), "postgres", PASSWORD);
    }

    @Override
    public String password(String role) {
        return PASSWORD + role;
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String database(String name) {
        try (var administrator = administrator()) {
            Databases.create(administrator, name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> superuser() {
        return Map.of("user", "postgres", "password", PASSWORD);
    }
}

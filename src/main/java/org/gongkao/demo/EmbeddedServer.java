package org.gongkao.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 内嵌数据库。A PostgreSQL of the program's own, for demo, trial and tests: in one private folder, with passwords, on
 * loopback, and as durable as the real one unless a test says otherwise. The builder's defaults are for throw-away tests:
 * they trust every local user, use the shared temp folder and do not wait for the disk.
 */
public final class EmbeddedServer implements AutoCloseable {

    public static final String OWNER = Databases.OWNER;
    public static final String APP = Databases.APP;
    private static final String SUPERUSER = "postgres";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final FileLock lock;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedServer(FileLock lock, EmbeddedPostgres server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /** Starts the server in the folder, taking up what is there. */
    public static EmbeddedServer start(Path folder, boolean durable) {
        return start(folder, take(folder), durable);
    }

    /** Takes the folder for this program alone, or refuses it. */
    static FileLock take(Path folder) {
        try {
            privately(folder);
            return lock(folder);
        } catch (IOException e) {
            log.debug("Not to be used", e);
            throw new StartRefused(
                    "数据目录不能使用：" + folder.toAbsolutePath().normalize() + " 不能建立或不能写入，平台没有启动。",
                    "请检查该目录的权限，或换一个目录启动，例如：GONGKAO_DATA=/tmp/gongkao ./mvnw spring-boot:run");
        }
    }

    static EmbeddedServer start(Path folder, FileLock lock, boolean durable) {
        try {
            var data = folder.toAbsolutePath().normalize().resolve("postgresql");
            stopLeftOver(data);
            discardHalfMade(data);
            var password = password(folder.resolve("password"));
            var server = builder(folder, data, durable, password).start();
            var made = new EmbeddedServer(lock, server, password);
            made.prepare();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database did not take its roles", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path data, boolean durable, String password)
            throws IOException {
        var onOff = durable ? "on" : "off";
        privately(folder.resolve("binaries"));
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.resolve("password").toString())
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("timezone", "UTC")
                // Rounds are for passwords that somebody could guess; ours is 192 random bits, and each connection pays
                // them.
                .setServerConfig("scram_iterations", "1")
                .setServerConfig("log_destination", "stderr");
    }

    private void prepare() throws SQLException {
        try (var administrator = server.getPostgresDatabase().getConnection()) {
            Databases.createRoles(administrator, this::password);
            Databases.create(administrator, "gongkao");
        }
    }

    /** A further empty database owned by {@link #OWNER}; tests take one for each context. */
    public String database(String name) {
        try (var administrator = server.getPostgresDatabase().getConnection()) {
            Databases.create(administrator, name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** The password of a role; that of the superuser cannot be worked out from it. */
    public String password(String role) {
        return Sha256.of(role + ":" + password);
    }

    /** What a test that plays the database administrator needs. */
    public Map<String, String> superuser() {
        return Map.of("user", SUPERUSER, "password", password);
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.release();
        lock.acquiredBy().close();
    }

    private static void privately(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static FileLock lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            log.debug("Held by this very program", e);
        }
        channel.close();
        throw new StartRefused("平台已在运行：" + folder.toAbsolutePath().normalize() + " 正被另一个程序使用。", "请先关闭它，或在另一个目录中启动。");
    }

    /** A killed program leaves its database running; it is asked to stop, and recovers on the next start. */
    private static void stopLeftOver(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        // After the machine's restart the number may be another program's by now, or another copy's database.
        var process = ProcessHandle.of(pid)
                .filter(p -> List.of(p.info().arguments().orElse(new String[0])).contains(data.toString()));
        if (process.isPresent()) {
            process.get().destroy();
            await(process.get());
        }
        Files.deleteIfExists(file);
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A start that was killed inside initdb left nothing that anybody was told is kept. */
    private static void discardHalfMade(Path data) throws IOException {
        if (Files.exists(data) && !Files.exists(data.resolve("global/pg_control"))) {
            try (var files = Files.walk(data)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(p -> p.toFile().delete());
            }
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }
}

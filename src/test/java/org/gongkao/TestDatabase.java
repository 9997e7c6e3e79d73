package org.gongkao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.gongkao.demo.Databases;
import org.gongkao.demo.EmbeddedServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/**
 * One throw-away server for all tests of a JVM; each Spring context takes a database of its own. With the system property
 * {@code gongkao.test.postgresql} set to a folder of PostgreSQL's programs, those are used instead of the embedded ones.
 */
public final class TestDatabase {

    private static final TestServer SERVER = start();
    private static final Path FILES = files();
    private static int count;
    private static @Nullable String shared;

    private TestDatabase() {}

    private static TestServer start() {
        var installed = System.getProperty("gongkao.test.postgresql", "");
        return installed.isEmpty() ? embedded() : InstalledServer.start(Path.of(installed));
    }

    private static TestServer embedded() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "test");
            var server = EmbeddedServer.start(folder.toAbsolutePath(), false);
            // After the contexts: one that closes without its database waits for it until the JVM is killed.
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return new Embedded(server);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What another JVM holds for forgotten is not what this one holds for it. */
    private static Path files() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "files");
            SpringApplication.getShutdownHandlers().add(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Embedded(EmbeddedServer server) implements TestServer {
        @Override
        public String password(String role) {
            return server.password(role);
        }

        @Override
        public String url(String database) {
            return server.url(database);
        }

        @Override
        public String database(String name) {
            return server.database(name);
        }

        @Override
        public Map<String, String> superuser() {
            return server.superuser();
        }
    }

    public static TestServer server() {
        return SERVER;
    }

    /** Whom keys and triggers do not stop: for emptying alone. */
    static Properties superuser() {
        var login = new Properties();
        login.putAll(SERVER.superuser());
        return login;
    }

    /** The database of the tests that share one context. */
    public static synchronized String shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** Connects a context: the product as the application's role, the migrations as the owner. */
    static void connect(DynamicPropertyRegistry properties, Supplier<String> url) {
        properties.add("spring.datasource.url", url::get);
        properties.add("spring.datasource.username", () -> Databases.APP);
        properties.add("spring.datasource.password", () -> SERVER.password(EmbeddedServer.APP));
        properties.add("spring.flyway.url", url::get);
        properties.add("spring.flyway.user", () -> Databases.OWNER);
        properties.add("spring.flyway.password", () -> SERVER.password(EmbeddedServer.OWNER));
        properties.add("gongkao.files.folder", () -> FILES);
    }

    /** The JDBC address of a new, empty database. */
    public static synchronized String fresh() {
        return SERVER.database("test_" + count++);
    }
}

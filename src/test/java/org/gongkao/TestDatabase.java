package org.gongkao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkao.demo.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/** One throw-away server for all tests of a JVM; each Spring context takes a database of its own. */
public final class TestDatabase {

    private static final EmbeddedServer SERVER = start();
    private static int count;
    private static @Nullable String shared;

    private TestDatabase() {}

    private static EmbeddedServer start() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "test");
            var server = EmbeddedServer.start(folder.toAbsolutePath(), false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static EmbeddedServer server() {
        return SERVER;
    }

    /** The database of the tests that share one context. */
    public static synchronized String shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** The JDBC address of a new, empty database. */
    public static synchronized String fresh() {
        return SERVER.database("test_" + count++);
    }
}

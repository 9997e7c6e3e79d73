package org.gongkao.demo;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A program of its own that starts the server in a folder, writes one row, says so and waits to be killed. */
final class HoldingServer {

    private HoldingServer() {}

    public static void main(String[] args) throws Exception {
        var server = EmbeddedServer.start(Path.of(args[0]), true);
        try (var connection = DriverManager.getConnection(
                        server.url("gongkao"), EmbeddedServer.OWNER, server.password(EmbeddedServer.OWNER));
                var statement = connection.createStatement()) {
            statement.execute("create table kept (what text)");
            statement.execute("insert into kept values ('acknowledged')");
        }
        System.out.println("ready");
        Thread.sleep(600_000);
    }
}

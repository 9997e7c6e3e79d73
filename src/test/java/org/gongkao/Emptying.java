package org.gongkao;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import org.gongkao.demo.EmbeddedServer;

/** Takes out, as the owner, what tests wrote; what migrations and the start brought stays. */
class Emptying {

    /** Reference data that a migration brings (the published year is brought anew before each test). A test that adds to it takes its rows out again. */
    private static final Set<String> KEPT =
            Set.of("organisation.region", "organisation.agency", "public.scheduled_tasks");

    private final String url;

    Emptying(String url) {
        this.url = url;
    }

    void run() {
        try (var connection = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password());
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            var rows = statement.executeQuery("""
                    select schemaname || '.' || tablename from pg_tables
                     where schemaname not in ('pg_catalog', 'information_schema')
                       and tablename not like 'flyway%'""");
            while (rows.next()) {
                if (!KEPT.contains(rows.getString(1))) {
                    tables.add(rows.getString(1));
                }
            }
            statement.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

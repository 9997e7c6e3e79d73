package org.gongkao;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

    /** Truncates only what has rows: truncating makes new files, and most tests write to few of the tables. */
    void run() {
        try (var connection = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password());
                var statement = connection.createStatement()) {
            var filled = filled(statement, tables(statement));
            if (!filled.isEmpty()) {
                statement.execute("truncate " + String.join(", ", filled) + " restart identity cascade");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        return names(statement, """
                select schemaname || '.' || tablename from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'flyway%'""");
    }

    private static List<String> filled(Statement statement, List<String> tables) throws SQLException {
        var questions = tables.stream()
                .filter(table -> !KEPT.contains(table))
                .map(table -> "select '" + table + "' where exists (select 1 from " + table + ")")
                .toList();
        return names(statement, String.join(" union all ", questions));
    }

    private static List<String> names(Statement statement, String sql) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}

package org.gongkao;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
            letListenersFinish(statement);
            var tables = tables(statement);
            for (int attempt = 0; !emptied(statement, tables); attempt++) {
                if (attempt == 10) {
                    throw new IllegalStateException("Something keeps writing while the database is emptied");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Listeners run after the commit, on threads of their own: those of the last test may still be writing. So may a dated
     * task that read the last test's clock: it would end the next test's files.
     */
    private static void letListenersFinish(Statement statement) throws SQLException {
        var open = "select 'open' from public.event_publication where completion_date is null"
                + " and coalesce(status, '') <> 'FAILED' union all select 'open' from public.scheduled_tasks where picked limit 1";
        for (int wait = 0; wait < 200 && !names(statement, open).isEmpty(); wait++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
    }

    /** False when a straggler's locks stood against it; then once more. */
    private static boolean emptied(Statement statement, List<String> tables) throws SQLException {
        var filled = filled(statement, tables);
        if (filled.isEmpty()) {
            return true;
        }
        try {
            statement.execute("truncate " + String.join(", ", filled) + " restart identity cascade");
            return true;
        } catch (SQLException deadlock) {
            if ("40P01".equals(deadlock.getSQLState())) {
                return false;
            }
            throw deadlock;
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

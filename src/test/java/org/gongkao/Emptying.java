package org.gongkao;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Takes out what tests wrote; what migrations and the start brought stays. */
class Emptying implements AutoCloseable {

    /**
     * Deletes instead of truncating: most tests write few rows to few tables, and truncating one that others refer to makes
     * new files for more than a hundred. Past keys and triggers, which refuse to delete what is kept for ever. Ids begin
     * anew, as a test may name them; the numbers of charges and refunds go on: the counterpart remembers them. Kept is the
     * reference data that a migration brings (the published year is brought anew before each test); a test that adds to it
     * takes its rows out again.
     */
    private static final String EMPTY = """
            do $$
            declare
                filled regclass;
            begin
                for filled in
                    select format('%I.%I', schemaname, tablename) from pg_tables
                     where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'flyway%'
                       and (schemaname, tablename) not in
                           (('organisation', 'region'), ('organisation', 'agency'), ('public', 'scheduled_tasks'))
                loop
                    execute 'delete from ' || filled;
                end loop;
                perform setval(seqrelid::regclass, 1, false) from pg_sequence join pg_depend on objid = seqrelid
                  where deptype = 'i' and pg_sequence_last_value(seqrelid) is not null;
            end $$""";

    private static final String WORKING = """
            select 1 from public.event_publication where completion_date is null and coalesce(status, '') <> 'FAILED'
            union all
            select 1 from public.scheduled_tasks where picked
            union all
            select 1 from payment.kept_message where tried = 0
            limit 1""";

    private final String url;
    private @Nullable Connection connection;

    Emptying(String url) {
        this.url = url;
    }

    void run() {
        try (var statement = connection().createStatement()) {
            letListenersFinish(statement);
            for (int attempt = 0; !emptied(statement); attempt++) {
                if (attempt == 10) {
                    throw new IllegalStateException("Something keeps writing while the database is emptied");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        var open = connection;
        if (open == null) {
            open = DriverManager.getConnection(url, TestDatabase.superuser());
            try (var statement = open.createStatement()) {
                statement.execute("set session_replication_role = replica");
            }
            connection = open;
        }
        return open;
    }

    /**
     * Listeners run after the commit, on threads of their own: those of the last test may still be writing. So may a dated
     * task that read the last test's clock: it would end the next test's files.
     */
    private static void letListenersFinish(Statement statement) throws SQLException {
        for (int wait = 0; wait < 200 && working(statement); wait++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
    }

    private static boolean working(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(WORKING)) {
            return rows.next();
        }
    }

    /** False when a straggler's locks stood against it; then once more. */
    private static boolean emptied(Statement statement) throws SQLException {
        try {
            statement.execute(EMPTY);
            return true;
        } catch (SQLException deadlock) {
            if ("40P01".equals(deadlock.getSQLState())) {
                return false;
            }
            throw deadlock;
        }
    }

    @Override
    public void close() throws SQLException {
        var open = connection;
        if (open != null) {
            open.close();
        }
    }
}

package org.gongkao.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 单位代填存取。Reached only with an application in hand, which the actor may see. */
@Repository
public class Assistances {

    private final JdbcClient jdbc;

    Assistances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    public List<Assistance> of(Application application) {
        return jdbc.sql("""
                select id, office, asked, begun_at, saved_by, saved_at, ready_at, ended_at
                  from application.assistance where application_id = :id order by id
                """)
                .param("id", application.id())
                .query(Assistances::row)
                .list();
    }

    public Optional<Assistance> open(Application application) {
        return of(application).stream().filter(Assistance::isOpen).findFirst();
    }

    /** With the file itself, which the unit begins: level and occupation are its first writing. */
    public void begin(Application application, Actor clerk, Instant at) {
        jdbc.sql("""
                insert into application.assistance (application_id, office, asked, begun_by, begun_name, begun_at, saved_by, saved_at)
                values (:id, :office, false, :by, :name, :at, array[:name], :at)
                """)
                .param("id", application.id())
                .param("office", clerk.office().toString())
                .param("by", clerk.account())
                .param("name", clerk.name())
                .param("at", Applications.time(at))
                .update();
    }

    /** The worker asks for it; a second click changes nothing. */
    public void ask(Application application, Office unit, Actor worker, Instant at) {
        jdbc.sql("""
                insert into application.assistance (application_id, office, asked, begun_by, begun_name, begun_at)
                values (:id, :office, true, :by, :name, :at)
                on conflict (application_id) where ended_at is null do nothing
                """)
                .param("id", application.id())
                .param("office", unit.toString())
                .param("by", worker.account())
                .param("name", worker.name())
                .param("at", Applications.time(at))
                .update();
    }

    /** Once more by this clerk, so the worker is to be asked anew; refused when the worker has ended it meanwhile. */
    public void written(Application application, Actor clerk, Instant at) {
        var rows = jdbc.sql("""
                update application.assistance
                   set saved_by = case when :name = any (saved_by) then saved_by else saved_by || :name end,
                       saved_at = :at, ready_at = null
                 where application_id = :id and office = :office and ended_at is null
                """)
                .param("name", clerk.name())
                .param("at", Applications.time(at))
                .param("id", application.id())
                .param("office", clerk.office().toString())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
    }

    /** False when the worker has been asked already and nothing was written since. */
    public boolean ready(Assistance seen, Instant at) {
        return jdbc.sql("""
                update application.assistance set ready_at = :at
                 where id = :id and ended_at is null and ready_at is not distinct from cast(:before as timestamptz)
                """)
                        .param("at", Applications.time(at))
                        .param("before", Applications.time(seen.readyAt()))
                        .param("id", seen.id())
                        .update()
                == 1;
    }

    /** A second click changes nothing: false. */
    public boolean end(Application application, Actor worker, Instant at) {
        return jdbc.sql("""
                update application.assistance set ended_by = :by, ended_name = :name, ended_at = :at
                 where application_id = :id and ended_at is null
                """)
                        .param("by", worker.account())
                        .param("name", worker.name())
                        .param("at", Applications.time(at))
                        .param("id", application.id())
                        .update()
                == 1;
    }

    private static Assistance row(ResultSet row, int number) throws SQLException {
        return new Assistance(
                row.getLong("id"),
                row.getString("office"),
                row.getBoolean("asked"),
                Objects.requireNonNull(Applications.instant(row, "begun_at")),
                List.of((String[]) row.getArray("saved_by").getArray()),
                Applications.instant(row, "saved_at"),
                Applications.instant(row, "ready_at"),
                Applications.instant(row, "ended_at"));
    }
}

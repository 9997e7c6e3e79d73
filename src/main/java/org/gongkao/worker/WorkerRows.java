package org.gongkao.worker;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of workers. */
@Repository
class WorkerRows {

    private final JdbcClient jdbc;

    WorkerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Worker> find(long personId) {
        return jdbc.sql("select person_id, unit_code, standing, version from worker.worker where person_id = :person")
                .param("person", personId)
                .query(Worker.class)
                .optional();
    }

    void enrol(long personId, String unitCode, Standing standing, @Nullable Long decidedBy, Instant at) {
        jdbc.sql("""
                insert into worker.worker as w (person_id, unit_code, standing, enrolled_at, decided_by, decided_at)
                values (:person, :unit, :standing, :at, :by, :decided)
                on conflict (person_id) do update
                   set unit_code = excluded.unit_code, standing = excluded.standing, enrolled_at = excluded.enrolled_at,
                       decided_by = excluded.decided_by, decided_at = excluded.decided_at, reason = null,
                       version = w.version + 1
                """)
                .param("person", personId)
                .param("unit", unitCode)
                .param("standing", standing.name())
                .param("at", Timestamp.from(at))
                .param("by", decidedBy)
                .param("decided", decidedBy == null ? null : Timestamp.from(at))
                .update();
    }

    /** What the unit wrote when it refused. */
    Optional<String> reason(long personId) {
        return jdbc.sql("select reason from worker.worker where person_id = :person and reason is not null")
                .param("person", personId)
                .query(String.class)
                .optional();
    }
}

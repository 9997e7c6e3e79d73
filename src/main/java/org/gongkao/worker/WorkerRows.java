package org.gongkao.worker;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
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

    /** To the new unit, confirmed by the move itself; refused when the worker no longer stands where the move began. */
    void transfer(UnitMove move, Actor by, Instant at) {
        int rows = jdbc.sql("""
                update worker.worker
                   set unit_code = :to, decided_by = :by, decided_at = :at, version = version + 1
                 where person_id = :person and unit_code = :from and standing = 'CONFIRMED'
                """)
                .param("to", move.toUnit())
                .param("by", by.account())
                .param("at", Timestamp.from(at))
                .param("person", move.personId())
                .param("from", move.fromUnit())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    /** What was answered of a file under way when the person last left the unit by a move; empty for who never did. */
    Optional<Boolean> filesFollowed(long personId, String unitCode) {
        return jdbc.sql("""
                select route_follows from worker.unit_move
                 where from_unit = :unit and person_id = :person and state = 'DONE' order by id desc limit 1
                """)
                .param("unit", unitCode)
                .param("person", personId)
                .query(Boolean.class)
                .optional();
    }

    /** What the unit wrote when it refused. */
    Optional<String> reason(long personId) {
        return jdbc.sql("select reason from worker.worker where person_id = :person and reason is not null")
                .param("person", personId)
                .query(String.class)
                .optional();
    }
}

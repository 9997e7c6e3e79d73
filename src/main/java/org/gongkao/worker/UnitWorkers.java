package org.gongkao.worker;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 本单位职工。The workers of the actor's own unit; nobody else's exist here. */
@Repository
class UnitWorkers {

    static final int SCREEN = 50;

    private static final String ROW = """
            select w.person_id, p.name, p.masked_number, p.masked_phone, w.standing, w.enrolled_at, w.version
              from worker.worker w join person.v_person p on p.id = w.person_id
             where w.unit_code = :unit
            """;

    private final JdbcClient jdbc;

    UnitWorkers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WorkerRow get(long personId, Actor clerk) {
        return jdbc.sql(ROW + " and w.person_id = :person")
                .param("unit", clerk.office().code())
                .param("person", personId)
                .query(WorkerRow.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** One screen in the order of registration; a standing narrows it. */
    Page<WorkerRow> list(@Nullable Standing standing, @Nullable Long after, Actor clerk) {
        var rows = new ArrayList<>(jdbc.sql(ROW + """
                         and (cast(:standing as text) is null or w.standing = :standing)
                         and (cast(:after as bigint) is null or w.person_id > :after)
                         order by w.person_id limit :limit
                        """)
                .param("unit", clerk.office().code())
                .param("standing", standing == null ? null : standing.name())
                .param("after", after)
                .param("limit", SCREEN + 1)
                .query(WorkerRow.class)
                .list());
        if (rows.size() <= SCREEN) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(List.copyOf(rows), String.valueOf(rows.getLast().personId()));
    }

    /** By the whole name. */
    List<WorkerRow> find(String name, Actor clerk) {
        return jdbc.sql(ROW + " and p.name = :name order by w.person_id limit 50")
                .param("unit", clerk.office().code())
                .param("name", name)
                .query(WorkerRow.class)
                .list();
    }

    boolean has(long personId, Actor clerk) {
        return jdbc.sql("select count(*) from worker.worker where person_id = :person and unit_code = :unit")
                        .param("person", personId)
                        .param("unit", clerk.office().code())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int count(Standing standing, Actor clerk) {
        return jdbc.sql("select count(*) from worker.worker where unit_code = :unit and standing = :standing")
                .param("unit", clerk.office().code())
                .param("standing", standing.name())
                .query(Integer.class)
                .single();
    }

    /** The decision on what was seen: two clerks at once, and the second is told. */
    void decide(WorkerRow seen, Standing to, @Nullable String reason, Actor clerk, Instant at) {
        int rows = jdbc.sql("""
                update worker.worker
                   set standing = :to, reason = :reason, decided_by = :by, decided_at = :at, version = version + 1
                 where person_id = :person and unit_code = :unit and version = :version and standing <> 'CONFIRMED'
                """)
                .param("to", to.name())
                .param("reason", reason)
                .param("by", clerk.account())
                .param("at", Timestamp.from(at))
                .param("person", seen.personId())
                .param("unit", clerk.office().code())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(WorkerRefusal.ALREADY_DECIDED);
        }
    }
}

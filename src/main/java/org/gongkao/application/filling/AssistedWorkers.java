package org.gongkao.application.filling;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The confirmed workers of the actor's own unit, each with how far this year's file is; nobody else's exist here. */
@Repository
class AssistedWorkers {

    static final int SCREEN = 50;

    /** 代填职工。One of them. */
    record Row(long personId, String name, String maskedNumber, AssistanceState state) {}

    private static final String ROW = """
            select w.person_id, p.name, p.masked_number,
                   case when a.id is null then 'NONE'
                        when a.state in ('LAPSED', 'CANCELLED', 'FORFEITED', 'REJECTED_FINALLY') then 'OVER'
                        when a.state not in ('DRAFT', 'RETURNED') then 'SUBMITTED'
                        when s.id is null then 'OWN'
                        when s.ready_at > coalesce(a.submitted_at, '-infinity') then 'READY'
                        else 'ASSISTED' end as state
              from worker.v_worker w
              join person.v_person p on p.id = w.person_id
              left join application.application a
                     on a.person_id = w.person_id and a.year = :year and a.state <> 'WITHDRAWN'
              left join application.assistance s
                     on s.application_id = a.id and s.ended_at is null and s.office = :office
             where w.unit_code = :unit and w.standing = 'CONFIRMED'
            """;

    private final JdbcClient jdbc;

    AssistedWorkers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Filler filler(long personId, Actor clerk) {
        var name = jdbc.sql("""
                select p.name from worker.v_worker w join person.v_person p on p.id = w.person_id
                 where w.person_id = :person and w.unit_code = :unit and w.standing = 'CONFIRMED'
                """)
                .param("person", personId)
                .param("unit", clerk.office().code())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        return new Filler(clerk, personId, name, Places.forWorker(personId));
    }

    Row get(Filler filler, int year) {
        return rows(ROW + " and w.person_id = :key", filler.personId(), year, filler.actor())
                .query(Row.class)
                .single();
    }

    /** After a person, in the order in which they were entered: part of a name narrows it, and a state. */
    Page<Row> list(String name, @Nullable AssistanceState state, long after, int year, Actor clerk) {
        var sql = "select * from (" + ROW + (name.isEmpty() ? "" : " and p.name like :name")
                + ") one where person_id > :key" + (state == null ? "" : " and state = :state")
                + " order by person_id limit :limit";
        var rows = new ArrayList<>(rows(sql, after, year, clerk)
                .param("name", "%" + name.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("state", state == null ? "" : state.name())
                .param("limit", SCREEN + 1)
                .query(Row.class)
                .list());
        if (rows.size() <= SCREEN) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(List.copyOf(rows), String.valueOf(rows.getLast().personId()));
    }

    private JdbcClient.StatementSpec rows(String sql, long key, int year, Actor clerk) {
        return jdbc.sql(sql)
                .param("year", year)
                .param("office", clerk.office().toString())
                .param("unit", clerk.office().code())
                .param("key", key);
    }

    /** How many have asked, and nobody of the unit has written yet. */
    int asked(Actor clerk) {
        return jdbc.sql("""
                select count(*)
                  from application.assistance s
                  join application.application a on a.id = s.application_id
                  join worker.v_worker w on w.person_id = a.person_id
                 where s.office = :office and s.ended_at is null and s.saved_at is null
                   and a.state in ('DRAFT', 'RETURNED') and w.unit_code = :unit and w.standing = 'CONFIRMED'
                """)
                .param("office", clerk.office().toString())
                .param("unit", clerk.office().code())
                .query(Integer.class)
                .single();
    }
}

package org.gongkao.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 在册职工。The confirmed workers of the actor's own unit, each with how far the record is; nobody else's exist here. */
@Repository
class RecordedWorkers {

    static final int SCREEN = 50;

    private static final String ROW = """
            select w.person_id, p.name, p.masked_number,
                   case when r.version is null then 'MISSING' when r.checked then 'CHECKED' else 'UNCHECKED' end as state,
                   coalesce(r.facts ->> 'POST', '') as post, coalesce(r.facts ->> 'OCCUPATION', '') as occupation,
                   coalesce(r.facts ->> 'START_OF_WORK', '') as start_of_work,
                   coalesce((select max(a.year) from worker.appraisal a where a.person_id = w.person_id), 0) as appraised
              from worker.worker w
              join person.v_person p on p.id = w.person_id
              left join lateral (select version, checked, facts from worker.service_record s
                                  where s.person_id = w.person_id order by version desc limit 1) r on true
             where w.unit_code = :unit and w.standing = 'CONFIRMED'
            """;

    private final JdbcClient jdbc;

    RecordedWorkers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RecordedRow get(long person, Actor clerk) {
        return jdbc.sql(ROW + " and w.person_id = :person")
                .param("unit", clerk.office().code())
                .param("person", person)
                .query(RecordedRow.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** After a person, in the order in which they were entered: part of a name, the person of a whole number, a state. */
    Page<RecordedRow> list(RecordFilter filter, Optional<Long> ofNumber, long after, int most, Actor clerk) {
        var conditions = new StringBuilder();
        if (ofNumber.isPresent()) {
            conditions.append(" and w.person_id = :person");
        } else if (!filter.q().isBlank()) {
            conditions.append(" and p.name like :name");
        }
        filter.state().ifPresent(state -> conditions.append(state.condition()));
        var rows = new ArrayList<>(
                jdbc.sql(ROW + conditions + " and w.person_id > :after order by w.person_id limit :limit")
                        .param("unit", clerk.office().code())
                        .param("person", ofNumber.orElse(0L))
                        .param("name", "%" + filter.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                        .param("after", after)
                        .param("limit", most + 1)
                        .query(RecordedRow.class)
                        .list());
        if (rows.size() <= most) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(List.copyOf(rows), String.valueOf(rows.getLast().personId()));
    }

    /** How many of the unit have no record that was compared with the file. */
    int open(Actor clerk) {
        return jdbc.sql("select count(*) from (" + ROW + ") one where one.state <> 'CHECKED'")
                .param("unit", clerk.office().code())
                .query(Integer.class)
                .single();
    }
}

package org.gongkao.application.onsite;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Page;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 现场审查列表。Lists of files with an appointment, without one, and with originals that lie at an agency; a screen at a time by
 * key, each on an index that holds its filter and its order.
 */
@Repository
class VisitLists {

    /** 列表行。One file; {@code at} is what the list is ordered by: the appointment, the due date, or since when it waits. */
    record Row(
            long id,
            String number,
            String personName,
            String unitName,
            int level,
            String occupation,
            long packageId,
            @Nullable String state,
            Instant at,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            String place,
            @Nullable String receipt,
            @Nullable Instant dueAt,
            @Nullable String agency,
            int wanted) {

        String key() {
            return new ListKey(at, id).toString();
        }
    }

    /** 逾期未退。Originals that lie too long, at the agency itself and at those that it oversees. */
    record Overdue(int own, int below) {

        int all() {
            return own + below;
        }
    }

    private static final String NAMES = """
              join person.v_person p on p.id = a.person_id
              join organisation.v_unit u on u.code = a.unit_code
            """;

    private static final String WANTED =
            "(select count(distinct w.item)::int from application.v_original_wanted w where w.application_id = a.id)";

    private static final String VISITS = """
            select v.id, a.number, p.name as person_name, u.name as unit_name, a.level, a.occupation, a.package_id, v.state,
                   v.%s as at, v.starts_at, s.ends_at, s.place, v.receipt, v.due_at, v.agency, 0 as wanted
              from application.visit v
              join application.visit_slot s on s.id = v.slot_id
              join application.application a on a.id = v.application_id
            """ + NAMES;

    /**
     * {@code offset 0} keeps the question on the file at hand: asked the other way round, every marked file of the country
     * would be looked at for one screen.
     */
    private static final String MARKED =
            "exists (select 1 from application.v_original_wanted w where w.application_id = a.id offset 0)";

    /** Where nothing is booked and nothing lies at the agency. */
    private static final String WITHOUT_VISIT = MARKED + """
               and not exists (select 1 from application.visit v
                                where v.application_id = a.id and v.state in ('BOOKED', 'RECEIVED', 'COMPARED'))
            """;

    private static final String FILES = """
            select a.id, a.number, p.name as person_name, u.name as unit_name, a.level, a.occupation, a.package_id, null as state,
                   a.held_since as at, null::timestamptz as starts_at, null::timestamptz as ends_at, '' as place,
                   null as receipt, null::timestamptz as due_at, a.holder as agency,
            """ + WANTED + " as wanted from application.application a " + NAMES;

    /** The files of a unit that are marked, or have been, with what is going on. */
    private static final String OF_UNIT =
            """
            select a.id, a.number, p.name as person_name, u.name as unit_name, a.level, a.occupation, a.package_id, v.state,
                   a.created_at as at, v.starts_at, v.ends_at, coalesce(v.place, '') as place, v.receipt, v.due_at,
                   a.holder as agency,
            """ + WANTED + " as wanted from application.application a " + NAMES + """
              left join lateral (
                   select l.state, l.starts_at, s.ends_at, s.place, l.receipt, l.due_at
                     from application.visit l join application.visit_slot s on s.id = l.slot_id
                    where l.application_id = a.id order by l.id desc limit 1) v on true
             where a.unit_code = :code and a.state <> 'DRAFT' and a.id > :after
               and (v.state is not null or
            """ + MARKED + """
                   ) order by a.id limit :limit
            """;

    private final JdbcClient jdbc;

    VisitLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Row> list(VisitDesk desk, LocalDate day, @Nullable ListKey after, Actor officer, Instant now) {
        return page(jdbc.sql(sql(desk))
                .param("office", officer.office().toString())
                .param("from", Timestamp.from(Shanghai.startOf(day)))
                .param("to", Timestamp.from(Shanghai.startOf(day.plusDays(1))))
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(after == null ? Instant.EPOCH : after.at()))
                .param("after", after == null ? 0 : after.id())
                .param("limit", ListKey.SCREEN + 1)
                .query(Row.class)
                .list());
    }

    Page<Row> ofUnit(@Nullable ListKey after, Actor clerk) {
        return page(jdbc.sql(OF_UNIT)
                .param("code", clerk.office().code())
                .param("after", after == null ? 0 : after.id())
                .param("limit", ListKey.SCREEN + 1)
                .query(Row.class)
                .list());
    }

    private static Page<Row> page(List<Row> found) {
        var rows = new ArrayList<>(found);
        boolean more = rows.size() > ListKey.SCREEN;
        if (more) {
            rows.removeLast();
        }
        return new Page<>(List.copyOf(rows), more ? rows.getLast().key() : null);
    }

    static String sql(VisitDesk desk) {
        return switch (desk) {
            case DAY -> VISITS.formatted("starts_at") + """
                     where v.agency = :office and v.state <> 'CANCELLED' and v.starts_at >= :from and v.starts_at < :to
                       and (v.starts_at, v.id) > (:since, :after)
                     order by v.starts_at, v.id limit :limit
                    """;
            case WAITING -> FILES + " where a.holder = :office and a.state = 'IN_REVIEW' and " + WITHOUT_VISIT + """
                       and (a.held_since, a.id) > (:since, :after)
                     order by a.held_since, a.id limit :limit
                    """;
            case HELD -> VISITS.formatted("due_at") + """
                     where v.agency = :office and v.state in ('RECEIVED', 'COMPARED')
                       and (v.due_at, v.id) > (:since, :after)
                     order by v.due_at, v.id limit :limit
                    """;
            case BELOW -> VISITS.formatted("due_at") + """
                     where v.overseer = :office and v.state in ('RECEIVED', 'COMPARED') and v.due_at <= :now
                       and (v.due_at, v.id) > (:since, :after)
                     order by v.due_at, v.id limit :limit
                    """;
        };
    }

    static String ofUnit() {
        return OF_UNIT;
    }

    /** 逾期未退, by the agency itself and by those that it oversees; counted no further than a page shows. */
    Overdue overdue(Actor officer, Instant now) {
        return jdbc.sql("""
                select (select count(*)::int from (select 1 from application.visit
                         where agency = :office and state in ('RECEIVED', 'COMPARED') and due_at <= :now limit 1000) mine) as own,
                       (select count(*)::int from (select 1 from application.visit
                         where overseer = :office and state in ('RECEIVED', 'COMPARED') and due_at <= :now limit 1000) theirs) as below
                """)
                .param("office", officer.office().toString())
                .param("now", Timestamp.from(now))
                .query(Overdue.class)
                .single();
    }

    /** How many marked files of a unit lie before an agency and have no appointment. */
    int unbooked(Actor clerk) {
        return jdbc.sql("""
                select count(*) from (select 1 from application.application a
                 where a.unit_code = :code and a.state = 'IN_REVIEW' and a.holder like 'agency:%%' and %s limit 1000) waiting
                """.formatted(WITHOUT_VISIT))
                .param("code", clerk.office().code())
                .query(Integer.class)
                .single();
    }

    /** Whether a worker has, or had, anything to do with originals. */
    boolean concerns(Actor worker) {
        return jdbc.sql("""
                select exists (select 1 from application.application a
                 where a.person_id = :person
                   and (exists (select 1 from application.visit v where v.application_id = a.id) or %s))
                """.formatted(MARKED))
                .param("person", worker.person())
                .query(Boolean.class)
                .single();
    }

    /** Files of the year whose originals lie at the agency. */
    long held(int year, String agency) {
        return jdbc.sql("""
                select count(*) from application.visit v join application.application a on a.id = v.application_id
                 where v.agency = :agency and v.state in ('RECEIVED', 'COMPARED') and a.year = :year
                """)
                .param("agency", agency)
                .param("year", year)
                .query(Long.class)
                .single();
    }
}

package org.gongkao.application.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Promises;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 审核队列。An office's lists of files, a screen at a time by key: each list has an index that holds its filter and its
 * order, so that the millionth file costs what the first does.
 */
@Repository
class Queues {

    static final int SCREEN = 50;

    /** 查询条件。What a list is narrowed to; {@code name} is a person's whole name or the file's number. */
    record Filter(
            Desk desk,
            @Nullable ApplicationState state,
            @Nullable Level level,
            String name) {}

    /** 队列行。One file in a list. */
    record Row(
            long id,
            String number,
            String personName,
            String unitName,
            int level,
            String occupation,
            long packageId,
            String state,
            @Nullable String holder,
            @Nullable Instant heldSince,
            boolean corrected,
            @Nullable Instant reviewUntil,
            int version,
            int earlier) {}

    private static final int BEFORE = 4;
    private static final int AFTER = 40;

    private static final String COLUMNS = """
            select a.id, a.number, p.name as person_name, u.name as unit_name, a.level, a.occupation, a.package_id,
                   a.state, a.holder, a.held_since, a.corrected, a.review_until, a.version,
                   case when a.state = 'IN_REVIEW' then
            """ + Promises.EARLIER + """
                   else 0 end as earlier
              from application.application a
              join person.v_person p on p.id = a.person_id
              join organisation.v_unit u on u.code = a.unit_code
            """;

    private final JdbcClient jdbc;

    Queues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Row> list(Filter filter, @Nullable String after, int atMost, Actor actor, Cycle cycle, Instant now) {
        var sql = jdbc.sql(sql(filter, actor.office().kind(), after != null))
                .param("limit", atMost + 1)
                .param("office", actor.office().toString())
                .param("code", actor.office().code())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("level", filter.level() == null ? null : filter.level().number())
                .param("name", filter.name())
                .params(Promises.broken(cycle, now))
                .param("after", after == null ? null : Long.parseLong(after.substring(after.indexOf('-') + 1)))
                .param("since", after == null ? null : Applications.time(since(after)));
        var rows = new ArrayList<>(sql.query(Row.class).list());
        boolean more = rows.size() > atMost;
        if (more) {
            rows.removeLast();
        }
        return new Page<>(List.copyOf(rows), more ? key(rows.getLast()) : null);
    }

    /** The person's file, if the office may see one. */
    Optional<String> ofPerson(long person, Actor actor) {
        return jdbc.sql("""
                select number from application.application
                 where person_id = :person and state <> 'DRAFT' and (:office = any (route) or overseer = :office)
                 order by id desc limit 1
                """)
                .param("person", person)
                .param("office", actor.office().toString())
                .query(String.class)
                .optional();
    }

    /** How many files wait for the office; counted no further than the navigation shows. */
    int waiting(Actor actor) {
        return jdbc.sql("""
                select count(*) from (select 1 from application.application
                 where holder = :office and state in ('IN_REVIEW', 'OBJECTED') limit 1000) waiting
                """)
                .param("office", actor.office().toString())
                .query(Integer.class)
                .single();
    }

    /** The files beside one in the office's own queue, for 上一份 and 下一份. */
    @Nullable
    String beside(Application file, Actor actor, boolean next) {
        var since = file.progress().heldSince();
        if (since == null) {
            return null;
        }
        return jdbc.sql("""
                select number from application.application
                 where holder = :office and state = :state and (held_since, id) %s (:since, :id)
                 order by held_since %s, id %s limit 1
                """.formatted(next ? ">" : "<", next ? "asc" : "desc", next ? "asc" : "desc"))
                .param("office", actor.office().toString())
                .param("state", file.state().name())
                .param("since", Applications.time(since))
                .param("id", file.id())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The office's queue about one file: a few before it, it, and those that follow; without a place in it, its beginning. */
    List<Row> about(Application file, Actor actor, Cycle cycle, Instant now) {
        var since = isWaiting(file, actor) ? file.progress().heldSince() : Instant.EPOCH;
        var mine = COLUMNS + " where a.holder = :office and a.state = 'IN_REVIEW' and (a.held_since, a.id) ";
        return jdbc.sql("""
                select * from ((%s < (:since, :id) order by a.held_since desc, a.id desc limit %d)
                               union all
                               (%s >= (:since, :id) order by a.held_since, a.id limit %d)) about
                 order by held_since, id
                """.formatted(mine, BEFORE, mine, AFTER))
                .param("days", Promises.days(cycle, now))
                .param("office", actor.office().toString())
                .param("since", Applications.time(since))
                .param("id", file.id())
                .query(Row.class)
                .list();
    }

    /** Which one of the queue a file is, from 1; counted no further than {@link #waiting}, and 0 when it is not in it. */
    int place(Application file, Actor actor) {
        if (!isWaiting(file, actor)) {
            return 0;
        }
        return 1
                + jdbc.sql("""
                        select count(*) from (select 1 from application.application
                         where holder = :office and state = 'IN_REVIEW' and (held_since, id) < (:since, :id) limit 1000) earlier
                        """)
                        .param("office", actor.office().toString())
                        .param("since", Applications.time(file.progress().heldSince()))
                        .param("id", file.id())
                        .query(Integer.class)
                        .single();
    }

    private static boolean isWaiting(Application file, Actor actor) {
        return file.state() == ApplicationState.IN_REVIEW
                && actor.office().equals(file.progress().holder());
    }

    static String sql(Filter filter, Office.Kind kind, boolean further) {
        var where = new StringBuilder(" where " + belongs(filter.desk(), kind));
        if (filter.state() != null && filter.desk().ordinal() >= Desk.ALL.ordinal()) {
            where.append(" and a.state = :state");
        }
        if (filter.level() != null) {
            where.append(" and a.level = :level");
        }
        if (!filter.name().isEmpty()) {
            where.append("""
                     and a.id in (select n.id from application.application n where n.number = :name
                                  union
                                  select n.id from person.v_person named
                                    join application.application n on n.person_id = named.id
                                   where named.name = :name)
                    """);
        }
        boolean byAge = filter.desk().ordinal() < Desk.ALL.ordinal();
        if (further) {
            where.append(byAge ? " and (a.held_since, a.id) > (:since, :after)" : " and a.id < :after");
        }
        return COLUMNS + where + (byAge ? " order by a.held_since, a.id" : " order by a.id desc") + " limit :limit";
    }

    private static String belongs(Desk desk, Office.Kind kind) {
        return switch (desk) {
            case MINE -> "a.holder = :office and a.state = 'IN_REVIEW'";
            case LATE -> "a.holder = :office and " + Promises.BROKEN;
            case LATE_BELOW -> "a.overseer = :office and " + Promises.BROKEN;
            case OBJECTIONS -> "a.holder = :office and a.state = 'OBJECTED'";
            case OVERDUE -> """
                    a.authority = :office and a.state = 'IN_REVIEW' and a.holder <> a.authority
                    and (case when a.corrected then :over else :unitOver end)
                    and (a.review_until is null or a.review_until <= :now)
                    """;
            case ALL ->
                switch (kind) {
                    case UNIT -> "a.unit_code = :code and a.state <> 'DRAFT'";
                    case DEPARTMENT -> "a.department_code = :code and a.state <> 'DRAFT'";
                    case AGENCY -> "a.authority = :office and a.state <> 'DRAFT'";
                };
            case BELOW -> "a.overseer = :office and a.state <> 'DRAFT'";
        };
    }

    private static String key(Row last) {
        var since = last.heldSince();
        return (since == null ? 0 : since.getEpochSecond() * 1_000_000 + since.getNano() / 1000) + "-" + last.id();
    }

    private static Instant since(String key) {
        long micros = Long.parseLong(key.substring(0, key.indexOf('-')));
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
    }
}

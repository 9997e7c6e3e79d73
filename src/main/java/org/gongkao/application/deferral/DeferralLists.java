package org.gongkao.application.deferral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Applications;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Outstanding;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Page;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 容缺清单。Promises across files: what an office looks at, a screen at a time by key, and what the dated work looks for. A
 * promise counts once its file is approved: before, nothing can be handed in.
 */
@Repository
class DeferralLists implements Outstanding {

    static final int SCREEN = 50;

    private static final String APPROVED = "a.state in ('PAYMENT_DUE', 'PAID')";

    /** 容缺行。One promise in an office's list. */
    record Row(long id, String number, String personName, String unitName, String label, Instant dueAt) {}

    /** Files that share the year's date. */
    record Group(long packageId, String authority) {}

    private final JdbcClient jdbc;

    DeferralLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the actor's office, the earliest date first. */
    Page<Row> list(int year, DeferralState state, @Nullable String after, Actor actor) {
        var further = after == null ? "" : " and (p.due_at, p.id) > (:due, :after)";
        var waits = state == DeferralState.OPEN || state == DeferralState.HANDED_IN ? " and " + APPROVED : "";
        var sql = jdbc.sql("""
                select p.id, a.number, n.name as person_name, u.name as unit_name, p.label, p.due_at
                  from application.promise p
                  join application.application a on a.id = p.application_id
                  join person.v_person n on n.id = a.person_id
                  join organisation.v_unit u on u.code = a.unit_code
                 where p.state = :state and a.year = :year and %s
                 order by p.due_at, p.id limit :limit
                """.formatted(belongs(actor.office().kind()) + waits + further))
                .param("state", state.name())
                .param("year", year)
                .param("office", actor.office().toString())
                .param("code", actor.office().code())
                .param("limit", SCREEN + 1);
        if (after != null) {
            sql = sql.param("due", Applications.time(due(after)))
                    .param("after", Long.parseLong(after.substring(after.indexOf('-') + 1)));
        }
        var rows = new ArrayList<>(sql.query(Row.class).list());
        boolean more = rows.size() > SCREEN;
        if (more) {
            rows.removeLast();
        }
        return new Page<>(List.copyOf(rows), more ? key(rows.getLast()) : null);
    }

    /** How much an agency has to judge; counted no further than the navigation shows. */
    int waiting(Actor actor) {
        return jdbc.sql("""
                select count(*) from (select 1 from application.promise p
                  join application.application a on a.id = p.application_id
                 where p.state = 'HANDED_IN' and a.authority = :office and %s limit 1000) waiting
                """.formatted(APPROVED))
                .param("office", actor.office().toString())
                .query(Integer.class)
                .single();
    }

    @Override
    public String label() {
        return "待补材料";
    }

    @Override
    public long count(int year, Office agency, Actor by) {
        return jdbc.sql("""
                select count(distinct a.id) from application.promise p
                  join application.application a on a.id = p.application_id
                 where p.state in ('OPEN', 'HANDED_IN') and a.year = :year and a.authority = :agency and %s
                   and (:system or a.authority = :office or a.overseer = :office)
                """.formatted(APPROVED))
                .param("year", year)
                .param("agency", agency.toString())
                .param("system", by.role() == Role.SYSTEM)
                .param("office", by.officeText())
                .query(Long.class)
                .single();
    }

    /** Whose promises stand, so that they can follow an amendment of the year. */
    List<Group> standing() {
        return jdbc.sql("""
                select distinct a.package_id, a.authority from application.promise p
                  join application.application a on a.id = p.application_id
                 where p.state in ('OPEN', 'HANDED_IN') and a.authority is not null
                """).query(Group.class).list();
    }

    /** The year's date as it is now; what an office gave beside it stays where it is later. */
    int follow(Group group, Instant due) {
        return jdbc.sql("""
                update application.promise p set due_at = greatest(cast(:due as timestamptz), p.own_until)
                  from application.application a
                 where a.id = p.application_id and p.state in ('OPEN', 'HANDED_IN') and a.package_id = :package
                   and a.authority = :authority and p.due_at <> greatest(cast(:due as timestamptz), p.own_until)
                """)
                .param("due", Applications.time(due))
                .param("package", group.packageId())
                .param("authority", group.authority())
                .update();
    }

    /** Files of which a promise is overdue; in the order of their ids. */
    List<Long> overdue(long after, int batch, Instant bell) {
        return jdbc.sql("""
                select distinct a.id from application.promise p join application.application a on a.id = p.application_id
                 where p.state = 'OPEN' and p.due_at <= :bell and %s and a.id > :after
                 order by a.id limit :batch
                """.formatted(APPROVED))
                .param("bell", Applications.time(bell))
                .param("after", after)
                .param("batch", batch)
                .query(Long.class)
                .list();
    }

    private static String belongs(Office.Kind kind) {
        return switch (kind) {
            case UNIT -> "a.unit_code = :code";
            case DEPARTMENT -> "a.department_code = :code";
            case AGENCY -> "a.authority = :office";
        };
    }

    private static String key(Row last) {
        return last.dueAt().toEpochMilli() + "-" + last.id();
    }

    private static Instant due(String key) {
        return Instant.ofEpochMilli(Long.parseLong(key.substring(0, key.indexOf('-'))));
    }
}

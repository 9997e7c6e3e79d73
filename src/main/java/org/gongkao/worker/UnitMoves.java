package org.gongkao.worker;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes of unit and what was done to each. They are before both units and the agency, and nobody else. */
@Repository
class UnitMoves {

    static final int SCREEN = 50;

    /** 办理记录行。One line of a move's history. */
    record ActLine(MoveAct act, long account, Role role, String office, String reason, Instant at) {}

    private static final String MOVE = """
            select id, number, person_id, from_unit, to_unit, agency_code, state, explanation, route_follows,
                   requested_at, version
              from worker.unit_move
             where :office in ('unit:' || from_unit, 'unit:' || to_unit, 'agency:' || agency_code)
            """;

    private final JdbcClient jdbc;

    UnitMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UnitMove get(String number, Actor by) {
        return jdbc.sql(MOVE + " and number = :number")
                .param("office", by.office().toString())
                .param("number", number)
                .query(UnitMove.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** Newest first. */
    Page<UnitMove> list(long before, Actor by) {
        var rows = new ArrayList<>(jdbc.sql(MOVE + " and (:before = 0 or id < :before) order by id desc limit :limit")
                .param("office", by.office().toString())
                .param("before", before)
                .param("limit", SCREEN + 1)
                .query(UnitMove.class)
                .list());
        if (rows.size() <= SCREEN) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(List.copyOf(rows), String.valueOf(rows.getLast().id()));
    }

    /** How many wait for this office: a unit's consent, or an agency's. */
    int waiting(Actor by) {
        return jdbc.sql("""
                        select count(*) from worker.unit_move
                         where state = 'REQUESTED' and 'unit:' || from_unit = :office
                            or state = 'RELEASED' and 'agency:' || agency_code = :office
                        """)
                .param("office", by.office().toString())
                .query(Integer.class)
                .single();
    }

    /** Adds a request, or refuses when the person has one open. Answers the move as it stands. */
    UnitMove add(Worker worker, String agencyCode, String explanation, Actor by, Instant at) {
        long id = jdbc.sql("select nextval('worker.unit_move_id_seq')")
                .query(Long.class)
                .single();
        var number = "D" + Shanghai.day(at).format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(java.util.Locale.ROOT, "%05d", id);
        try {
            jdbc.sql("""
                    insert into worker.unit_move
                           (id, number, person_id, from_unit, to_unit, agency_code, state, explanation, requested_at)
                    overriding system value
                    values (:id, :number, :person, :from, :to, :agency, 'REQUESTED', :explanation, :at)
                    """)
                    .param("id", id)
                    .param("number", number)
                    .param("person", worker.personId())
                    .param("from", worker.unitCode())
                    .param("to", by.office().code())
                    .param("agency", agencyCode)
                    .param("explanation", explanation)
                    .param("at", Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException open) {
            throw new Refusal(WorkerRefusal.MOVE_OPEN);
        }
        remember(id, MoveAct.REQUEST, explanation, by, at);
        return get(number, by);
    }

    /** Writes the new state and the line of history, unless somebody moved it first. */
    UnitMove write(
            UnitMove seen,
            UnitMoveRules.Move move,
            @Nullable Boolean routeFollows,
            String reason,
            Actor by,
            Instant at) {
        int rows = jdbc.sql("""
                update worker.unit_move set state = :to, route_follows = :follows, version = version + 1
                 where id = :id and state = :from and version = :version
                """)
                .param("to", move.to().name())
                .param("follows", routeFollows)
                .param("id", seen.id())
                .param("from", seen.state().name())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        remember(seen.id(), move.act(), reason, by, at);
        return get(seen.number(), by);
    }

    List<ActLine> acts(UnitMove move) {
        return jdbc.sql("""
                        select act, account, role, office, reason, at from worker.unit_move_act
                         where move_id = :id order by version
                        """).param("id", move.id()).query(ActLine.class).list();
    }

    private void remember(long id, MoveAct act, String reason, Actor by, Instant at) {
        jdbc.sql("""
                insert into worker.unit_move_act (move_id, version, act, state, account, role, office, reason, at)
                select id, version, :act, state, :account, :role, :office, :reason, :at
                  from worker.unit_move where id = :id
                """)
                .param("act", act.name())
                .param("account", by.account())
                .param("role", by.role().name())
                .param("office", by.officeText())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }
}

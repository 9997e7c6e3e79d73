package org.gongkao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for changes and what was done to each. They are before the unit itself and the agency that answers for it. */
@Repository
class UnitChanges {

    static final int SCREEN = 50;

    /** 办理记录行。One line of a request's history. */
    record ActLine(ChangeAct act, ChangeState state, String role, String reason, Instant at) {}

    private static final String CHANGE = """
            select c.id, c.number, c.unit_version, c.act, c.unit_code as code, c.name, c.kind, c.department_code,
                   c.agency_code, c.region_code, c.explanation, c.letter, c.state, c.version, c.requested_by, c.requested_at
              from organisation.unit_change c
             where (c.unit_code = :office or c.agency_code = :office)
            """;

    private final JdbcClient jdbc;

    UnitChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UnitChange get(String number, Actor by) {
        return jdbc.sql(CHANGE + " and c.number = :number")
                .param("office", by.office().code())
                .param("number", number)
                .query((row, n) -> change(row))
                .optional()
                .orElseThrow(() -> new Refusal(OrganisationRefusal.CHANGE_UNKNOWN));
    }

    /** Newest first; all states, or one. */
    List<UnitChange> list(Actor by, String state, long before) {
        return jdbc.sql(CHANGE + """
                          and (:state = '' or c.state = :state) and (:before = 0 or c.id < :before)
                        order by c.id desc limit :limit
                        """)
                .param("office", by.office().code())
                .param("state", state)
                .param("before", before)
                .param("limit", SCREEN + 1)
                .query((row, n) -> change(row))
                .list();
    }

    /** How many wait for this agency. */
    int waiting(Actor by) {
        return jdbc.sql("""
                        select count(*) from organisation.unit_change
                         where agency_code = :office and state = 'REQUESTED'
                        """)
                .param("office", by.office().code())
                .query(Integer.class)
                .single();
    }

    /** The next number: the day, and how many requests there ever were. */
    String nextNumber(Instant at) {
        long next = jdbc.sql("select nextval('organisation.unit_change_id_seq')")
                .query(Long.class)
                .single();
        return Shanghai.day(at).format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%05d", next);
    }

    /** Adds a request, or refuses when the unit has one open. */
    long add(
            String number,
            Units.Entry seen,
            UnitAct act,
            Unit wanted,
            String explanation,
            long letter,
            Actor by,
            Instant at) {
        long id = jdbc.sql("""
                        insert into organisation.unit_change
                               (number, unit_code, unit_version, agency_code, act, name, kind, department_code,
                                region_code, explanation, letter, requested_by, requested_at)
                        values (:number, :code, :version, :agency, :act, :name, :kind, :department,
                                :region, :explanation, :letter, :account, :at)
                        on conflict (unit_code) where state = 'REQUESTED' do nothing
                        returning id
                        """)
                .param("number", number)
                .param("code", wanted.code())
                .param("version", seen.version())
                .param("agency", wanted.agencyCode())
                .param("act", act.name())
                .param("name", wanted.name())
                .param("kind", wanted.kind().name())
                .param("department", wanted.departmentCode())
                .param("region", wanted.regionCode())
                .param("explanation", explanation)
                .param("letter", letter)
                .param("account", by.account())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal(OrganisationRefusal.REQUEST_OPEN));
        remember(id, ChangeAct.REQUEST, explanation, by, at);
        return id;
    }

    /** Writes the new state and the line of history, unless somebody moved it first. */
    void write(UnitChange seen, UnitChangeMoves.Move move, String reason, Actor by, Instant at) {
        int rows = jdbc.sql("""
                        update organisation.unit_change set state = :to, version = version + 1
                         where id = :id and state = :from and version = :version
                        """)
                .param("to", move.to().name())
                .param("id", seen.id())
                .param("from", seen.state().name())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        remember(seen.id(), move.act(), reason, by, at);
    }

    List<ActLine> acts(UnitChange change) {
        return jdbc.sql("""
                        select act, state, role, reason, at from organisation.unit_change_act
                         where change_id = :id order by version
                        """).param("id", change.id()).query(ActLine.class).list();
    }

    private void remember(long id, ChangeAct act, String reason, Actor by, Instant at) {
        jdbc.sql("""
                insert into organisation.unit_change_act (change_id, version, act, state, account, role, office, reason, at)
                select id, version, :act, state, :account, :role, :office, :reason, :at
                  from organisation.unit_change where id = :id
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

    private static UnitChange change(ResultSet row) throws SQLException {
        var act = UnitAct.valueOf(row.getString("act"));
        var wanted = new Unit(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("department_code"),
                row.getString("agency_code"),
                row.getString("region_code"),
                act == UnitAct.DISSOLVE ? UnitStatus.DISSOLVED : UnitStatus.ACTIVE);
        return new UnitChange(
                row.getLong("id"),
                row.getString("number"),
                row.getInt("unit_version"),
                act,
                wanted,
                row.getString("explanation"),
                row.getLong("letter"),
                ChangeState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getLong("requested_by"),
                row.getTimestamp("requested_at").toInstant());
    }
}

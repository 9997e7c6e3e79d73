package org.gongkao.organisation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units' entries and their history; each write adds a line of history in the same transaction. */
@Repository
class Units {

    /** 单位登记。A unit as an officer has it before them; a screen older than {@code version} decides nothing. */
    record Entry(Unit unit, int version) {

        Entry asSeenAt(int seen) {
            if (version != seen) {
                throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
            }
            return this;
        }
    }

    /** 沿革。One line of a unit's history. */
    record Line(
            int version,
            UnitAct act,
            String name,
            UnitKind kind,
            @Nullable String department,
            String region,
            UnitStatus status,
            Instant validFrom,
            String role,
            String reason,
            @Nullable String changeNumber) {}

    /** Why and on what paper an entry is written. */
    record Ground(UnitAct act, String reason, @Nullable String changeNumber) {}

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entry, if the actor's own agency answers for it; another's is said as not found. */
    Entry get(String code, Actor by) {
        return jdbc.sql("""
                        select code, name, kind, department_code, agency_code, region_code, status, version
                          from organisation.unit
                         where code = :code and agency_code = :agency
                        """)
                .param("code", code)
                .param("agency", by.office().code())
                .query((row, n) -> new Entry(unit(row), row.getInt("version")))
                .optional()
                .orElseThrow(() -> new Refusal(OrganisationRefusal.UNIT_UNKNOWN));
    }

    /** The entry to look at: also for the agency above, which watches over the one that answers. */
    Entry look(String code, Actor by) {
        return jdbc.sql("""
                        select u.code, u.name, u.kind, u.department_code, u.agency_code, u.region_code, u.status, u.version
                          from organisation.unit u
                          join organisation.agency a on a.code = u.agency_code
                         where u.code = :code and (a.code = :agency or a.superior = :agency or u.code = :agency)
                        """)
                .param("code", code)
                .param("agency", by.office().code())
                .query((row, n) -> new Entry(unit(row), row.getInt("version")))
                .optional()
                .orElseThrow(() -> new Refusal(OrganisationRefusal.UNIT_UNKNOWN));
    }

    boolean isChecked(String code, int year) {
        return jdbc.sql(
                        "select exists (select 1 from organisation.unit_check where unit_code = :code and year = :year)")
                .param("code", code)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /** Notes that the unit's clerk found the entry right; a second time changes nothing. */
    void check(String code, int year, Actor by, Instant at) {
        jdbc.sql("""
                insert into organisation.unit_check (unit_code, year, checked_at, account)
                values (:code, :year, :at, :account) on conflict do nothing
                """)
                .param("code", code)
                .param("year", year)
                .param("at", Timestamp.from(at))
                .param("account", by.account())
                .update();
    }

    List<Line> history(String code, Actor by) {
        return jdbc.sql("""
                        select h.version, h.act, h.name, h.kind, d.name as department, r.name as region, h.status,
                               h.valid_from, h.role, h.reason, h.change_number
                          from organisation.unit_history h
                          join organisation.unit u on u.code = h.unit_code
                          join organisation.region r on r.code = h.region_code
                          join organisation.agency a on a.code = u.agency_code
                          left join organisation.department d on d.code = h.department_code
                         where h.unit_code = :code and (a.code = :office or a.superior = :office or u.code = :office)
                         order by h.version desc
                        """)
                .param("code", code)
                .param("office", by.office().code())
                .query(Line.class)
                .list();
    }

    /** Adds a unit, or refuses when its code, or its name under the same agency, is there already. */
    void add(Unit unit, Actor by, Instant at, String reason) {
        int rows = jdbc.sql("""
                        insert into organisation.unit
                               (code, name, kind, department_code, agency_code, region_code, status)
                        values (:code, :name, :kind, :department, :agency, :region, 'ACTIVE')
                        on conflict do nothing
                        """)
                .param("code", new SocialCreditCode(unit.code()).value())
                .param("name", unit.name())
                .param("kind", unit.kind().name())
                .param("department", unit.departmentCode())
                .param("agency", unit.agencyCode())
                .param("region", unit.regionCode())
                .update();
        if (rows == 0) {
            throw taken(unit);
        }
        remember(unit.code(), new Ground(UnitAct.ADD, reason, null), by, at);
    }

    /** Writes what a unit is from now on, unless somebody else wrote first. */
    void write(Entry seen, Unit to, Ground ground, Actor by, Instant at) {
        bearer(to)
                .filter(other -> to.isActive() && !other.code().equals(to.code()))
                .ifPresent(other -> {
                    throw taken(to);
                });
        int rows = jdbc.sql("""
                        update organisation.unit
                           set name = :name, kind = :kind, department_code = :department, region_code = :region,
                               status = :status, version = version + 1
                         where code = :code and version = :version
                        """)
                .param("name", to.name())
                .param("kind", to.kind().name())
                .param("department", to.departmentCode())
                .param("region", to.regionCode())
                .param("status", to.status().name())
                .param("code", to.code())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        remember(to.code(), ground, by, at);
    }

    private void remember(String code, Ground ground, Actor by, Instant at) {
        jdbc.sql("""
                insert into organisation.unit_history
                       (unit_code, version, act, name, kind, department_code, agency_code, region_code, status,
                        valid_from, account, role, office, reason, change_number)
                select code, version, :act, name, kind, department_code, agency_code, region_code, status,
                       :at, :account, :role, :office, :reason, :number
                  from organisation.unit where code = :code
                """)
                .param("act", ground.act().name())
                .param("at", Timestamp.from(at))
                .param("account", by.account())
                .param("role", by.role().name())
                .param("office", by.officeText())
                .param("reason", ground.reason())
                .param("number", ground.changeNumber())
                .param("code", code)
                .update();
    }

    /** The unit in use that bears this name under this agency. */
    Optional<Unit> bearer(Unit unit) {
        return jdbc.sql("""
                        select code, name, kind, department_code, agency_code, region_code, status
                          from organisation.unit
                         where agency_code = :agency and name = :name and status = 'ACTIVE'
                        """)
                .param("agency", unit.agencyCode())
                .param("name", unit.name())
                .query(Unit.class)
                .optional();
    }

    private Refusal taken(Unit unit) {
        return bearer(unit)
                .filter(other -> !other.code().equals(unit.code()))
                .map(other -> new Refusal(OrganisationRefusal.NAME_TAKEN, unit.name(), other.code()))
                .orElseGet(() -> new Refusal(OrganisationRefusal.CODE_TAKEN, unit.code()));
    }

    private static Unit unit(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("department_code"),
                row.getString("agency_code"),
                row.getString("region_code"),
                UnitStatus.valueOf(row.getString("status")));
    }
}

package org.gongkao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The supervising departments. */
@Repository
class Departments {

    /** 主管部门登记。A department as an officer has it before them; a screen older than {@code version} decides nothing. */
    record Entry(Department department, int version) {

        Entry asSeenAt(int seen) {
            if (version != seen) {
                throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
            }
            return this;
        }
    }

    private final JdbcClient jdbc;

    Departments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Department department) {
        int rows = jdbc.sql("""
                        insert into organisation.department (code, name, agency_code) values (:code, :name, :agency)
                        on conflict (code) do nothing
                        """)
                .param("code", new SocialCreditCode(department.code()).value())
                .param("name", department.name())
                .param("agency", department.agencyCode())
                .update();
        if (rows == 0) {
            throw new Refusal(OrganisationRefusal.DEPARTMENT_TAKEN, department.code());
        }
    }

    /** A department in use of the actor's own agency; another's is said as not found. */
    Entry get(String code, Actor by) {
        return jdbc.sql("""
                        select code, name, agency_code, version from organisation.department
                         where code = :code and agency_code = :agency and status = 'ACTIVE'
                        """)
                .param("code", code)
                .param("agency", by.office().code())
                .query((row, n) -> entry(row))
                .optional()
                .orElseThrow(() -> new Refusal(OrganisationRefusal.DEPARTMENT_UNKNOWN));
    }

    /** Those in use of the actor's own agency, by name. */
    List<Entry> of(Actor by) {
        return jdbc.sql("""
                        select code, name, agency_code, version from organisation.department
                         where agency_code = :agency and status = 'ACTIVE' order by name collate "zh-Hans-x-icu", code
                        """)
                .param("agency", by.office().code())
                .query((row, n) -> entry(row))
                .list();
    }

    /** Units in use that stand under it. */
    int units(String code) {
        return jdbc.sql("select count(*) from organisation.unit where department_code = :code and status = 'ACTIVE'")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    void rename(Entry seen, String name, String reason, Actor by, Instant at) {
        write(seen, "RENAME", name, "ACTIVE", reason, by, at);
    }

    void close(Entry seen, String reason, Actor by, Instant at) {
        write(seen, "CLOSE", seen.department().name(), "CLOSED", reason, by, at);
    }

    private void write(Entry seen, String act, String name, String status, String reason, Actor by, Instant at) {
        int rows = jdbc.sql("""
                        update organisation.department set name = :name, status = :status, version = version + 1
                         where code = :code and version = :version
                        """)
                .param("name", name)
                .param("status", status)
                .param("code", seen.department().code())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        jdbc.sql("""
                insert into organisation.department_history
                       (department_code, version, act, former_name, name, reason, account, office, at)
                values (:code, :version, :act, :former, :name, :reason, :account, :office, :at)
                """)
                .param("code", seen.department().code())
                .param("version", seen.version())
                .param("act", act)
                .param("former", seen.department().name())
                .param("name", name)
                .param("reason", reason)
                .param("account", by.account())
                .param("office", by.office().toString())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new Department(row.getString("code"), row.getString("name"), row.getString("agency_code")),
                row.getInt("version"));
    }
}

package org.gongkao.organisation;

import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The supervising departments. */
@Repository
class Departments {

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
}

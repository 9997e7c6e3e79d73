package org.gongkao.worker;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.RecordVersions.Statement;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The yearly appraisals; of each year the newest version counts. */
@Repository
class Appraisals {

    private static final String COLUMNS = "person_id, year, result, filed, stated_by, version, recorded_at";

    private final JdbcClient jdbc;

    Appraisals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest year first. */
    List<Appraisal> of(long person) {
        return jdbc.sql("select distinct on (year) " + COLUMNS + """
                          from worker.appraisal where person_id = :person order by year desc, version desc
                        """)
                .param("person", person)
                .query(Appraisal.class)
                .list();
    }

    Optional<Appraisal> of(long person, int year) {
        return jdbc.sql("select " + COLUMNS + """
                          from worker.appraisal
                         where person_id = :person and year = :year order by version desc limit 1
                        """)
                .param("person", person)
                .param("year", year)
                .query(Appraisal.class)
                .optional();
    }

    void add(Appraisal appraisal, Statement statement) {
        try {
            jdbc.sql("""
                    insert into worker.appraisal
                           (person_id, year, version, result, filed, stated_by, reason, account, office, recorded_at)
                    values (:person, :year, :version, :result, :filed, :stated, :reason, :account, :office, :at)
                    """)
                    .param("person", appraisal.personId())
                    .param("year", appraisal.year())
                    .param("version", appraisal.version())
                    .param("result", appraisal.result().name())
                    .param("filed", appraisal.filed())
                    .param("stated", statement.statedBy().name())
                    .param("reason", statement.reason())
                    .param("account", statement.by().account())
                    .param("office", statement.by().officeText())
                    .param("at", Timestamp.from(statement.at()))
                    .update();
        } catch (DuplicateKeyException raced) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }
}

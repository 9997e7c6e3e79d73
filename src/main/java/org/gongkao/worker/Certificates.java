package org.gongkao.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.RecordVersions.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates held. One number of one issuing agency is one certificate; its newest version counts. */
@Repository
class Certificates {

    private static final String COLUMNS = """
            person_id, occupation, level, obtained_on, number, issuer, agency_code, version, recorded_at
            """;

    private final JdbcClient jdbc;

    Certificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Highest level first; what is only stated is left out when an agency has entered the same level in the same trade. */
    List<HeldCertificate> of(long person) {
        return jdbc.sql("select distinct on (level, occupation, agency_code, number) " + COLUMNS + """
                          from worker.held_certificate c
                         where person_id = :person
                           and (agency_code is not null
                                or not exists (select 1 from worker.held_certificate v
                                                where v.person_id = c.person_id and v.agency_code is not null
                                                  and v.level = c.level and v.occupation = c.occupation))
                           and not exists (select 1 from worker.held_certificate later
                                            where later.agency_code = c.agency_code and later.number = c.number
                                              and later.version > c.version)
                         order by level, occupation, agency_code, number, version desc
                        """)
                .param("person", person)
                .query((row, at) -> read(row))
                .list();
    }

    /** What an agency has entered under a number. */
    Optional<HeldCertificate> issued(String agencyCode, String number) {
        return jdbc.sql("select " + COLUMNS + """
                          from worker.held_certificate
                         where agency_code = :agency and number = :number order by version desc limit 1
                        """)
                .param("agency", agencyCode)
                .param("number", number)
                .query((row, at) -> read(row))
                .optional();
    }

    void add(HeldCertificate certificate, @Nullable String agencyCode, Statement statement) {
        try {
            jdbc.sql("""
                    insert into worker.held_certificate
                           (person_id, occupation, level, obtained_on, number, issuer, agency_code, version,
                            account, office, recorded_at)
                    values (:person, :occupation, :level, :obtained, :number, :issuer, :agency, :version,
                            :account, :office, :at)
                    """)
                    .param("person", certificate.personId())
                    .param("occupation", certificate.occupation())
                    .param("level", certificate.level().number())
                    .param("obtained", certificate.obtainedOn().toString())
                    .param("number", certificate.number())
                    .param("issuer", certificate.issuer())
                    .param("agency", agencyCode)
                    .param("version", certificate.version())
                    .param("account", statement.by().account())
                    .param("office", statement.by().officeText())
                    .param("at", Timestamp.from(statement.at()))
                    .update();
        } catch (DuplicateKeyException raced) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    private static HeldCertificate read(ResultSet row) throws SQLException {
        return new HeldCertificate(
                row.getLong("person_id"),
                row.getString("occupation"),
                Level.of(row.getInt("level")),
                PartialDate.parse(row.getString("obtained_on")).orElseThrow(),
                row.getString("number"),
                row.getString("issuer"),
                row.getString("agency_code") != null,
                row.getInt("version"),
                row.getTimestamp("recorded_at").toInstant());
    }
}

package org.gongkao.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of service records. Who may see whose is asked of {@link RecordedWorkers} first. */
@Repository
class RecordVersions {

    private static final TypeReference<EnumMap<RecordField, String>> FACTS = new TypeReference<>() {};

    private static final String VERSION = """
            select person_id, version, facts::text as facts, stated_by, reason, recorded_at
              from worker.service_record where person_id = :person
             order by version desc
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RecordVersions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ServiceRecord> newest(long person) {
        return jdbc.sql(VERSION + " limit 1")
                .param("person", person)
                .query((row, at) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<ServiceRecord> history(long person) {
        return jdbc.sql(VERSION)
                .param("person", person)
                .query((row, at) -> read(row))
                .list();
    }

    /** Adds the version after the one seen, or refuses when somebody has added one meanwhile. */
    void add(long person, int seenVersion, ServiceFacts facts, Statement statement) {
        try {
            jdbc.sql("""
                    insert into worker.service_record
                           (person_id, version, facts, stated_by, checked, reason, account, office, recorded_at)
                    values (:person, :version, cast(:facts as jsonb), :stated, :checked, :reason, :account, :office, :at)
                    """)
                    .param("person", person)
                    .param("version", seenVersion + 1)
                    .param("facts", json.writeValueAsString(facts.kept()))
                    .param("stated", statement.statedBy().name())
                    .param("checked", facts.checked())
                    .param("reason", statement.reason())
                    .param("account", statement.by().account())
                    .param("office", statement.by().officeText())
                    .param("at", Timestamp.from(statement.at()))
                    .update();
        } catch (DuplicateKeyException raced) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    /** Who states something, in which capacity, why and when. */
    record Statement(StatedBy statedBy, String reason, Actor by, Instant at) {}

    private ServiceRecord read(ResultSet row) throws SQLException {
        return new ServiceRecord(
                row.getLong("person_id"),
                row.getInt("version"),
                new ServiceFacts(json.readValue(row.getString("facts"), FACTS)),
                StatedBy.valueOf(row.getString("stated_by")),
                row.getString("reason"),
                row.getTimestamp("recorded_at").toInstant());
    }
}

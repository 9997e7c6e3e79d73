package org.gongkao.application.filling;

import java.time.Instant;
import java.util.Set;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was shown to a worker and confirmed; each handing-in confirms anew. */
@Repository
class Confirmations {

    private final JdbcClient jdbc;

    Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Application application, ToConfirm confirmed, Instant at) {
        jdbc.sql("""
                insert into application.confirmation (application_id, kind, text, confirmed_at)
                values (:id, :kind, :text, :at)
                """)
                .param("id", application.id())
                .param("kind", confirmed.kind())
                .param("text", confirmed.text())
                .param("at", Applications.time(at))
                .update();
    }

    /** What was confirmed with the request that hands the file in; an earlier handing-in's word does not count. */
    Set<String> madeAt(Application application, Instant arrived) {
        return jdbc.sql("select kind from application.confirmation where application_id = :id and confirmed_at = :at")
                .param("id", application.id())
                .param("at", Applications.time(arrived))
                .query(String.class)
                .set();
    }
}

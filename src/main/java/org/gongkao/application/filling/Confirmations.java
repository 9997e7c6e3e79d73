package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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

    /** In the order in which they stood on the page. */
    void add(Application application, List<ToConfirm> confirmed, Instant at) {
        jdbc.sql("""
                insert into application.confirmation (application_id, kind, text, confirmed_at)
                select :id, kind, text, :at
                  from unnest(cast(:kinds as text[]), cast(:texts as text[])) with ordinality as one (kind, text, position)
                 order by position
                """)
                .param("id", application.id())
                .param("kinds", each(confirmed, ToConfirm::kind))
                .param("texts", each(confirmed, ToConfirm::text))
                .param("at", Applications.time(at))
                .update();
    }

    private static String[] each(List<ToConfirm> confirmed, Function<ToConfirm, String> what) {
        return confirmed.stream().map(what).toArray(String[]::new);
    }
}

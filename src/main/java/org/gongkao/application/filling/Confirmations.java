package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.cycle.Cycle;
import org.gongkao.person.PersonCard;
import org.gongkao.shared.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was shown to a worker and confirmed; each handing-in confirms anew. */
@Repository
class Confirmations {

    private final JdbcClient jdbc;

    Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which confirmations a file asks for; those on retirement and level one only where they apply. */
    static List<ConfirmationKind> asked(Application application, PersonCard card) {
        var asked = new ArrayList<ConfirmationKind>();
        asked.add(ConfirmationKind.POST_POLICY);
        if (Applicants.retiresIn(application.year(), card)) {
            asked.add(ConfirmationKind.RETIREMENT);
        }
        if (application.level() == Level.ONE) {
            asked.add(ConfirmationKind.LEVEL_ONE);
        }
        asked.add(ConfirmationKind.PLEDGE);
        return asked;
    }

    void add(Application application, ConfirmationKind kind, Cycle cycle, Instant at) {
        jdbc.sql("""
                insert into application.confirmation (application_id, kind, text, confirmed_at)
                values (:id, :kind, :text, :at)
                """)
                .param("id", application.id())
                .param("kind", kind.name())
                .param("text", kind.text(cycle))
                .param("at", Applications.time(at))
                .update();
    }

    /** What was confirmed with the request that hands the file in; an earlier handing-in's word does not count. */
    Set<ConfirmationKind> madeAt(Application application, Instant arrived) {
        return jdbc
                .sql("select kind from application.confirmation where application_id = :id and confirmed_at = :at")
                .param("id", application.id())
                .param("at", Applications.time(arrived))
                .query(String.class)
                .list()
                .stream()
                .map(ConfirmationKind::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}

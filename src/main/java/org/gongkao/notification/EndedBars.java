package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bars that have run out. They end without anybody's doing; this only says so, once. */
@Repository
class EndedBars {

    /** Further back everybody has been told, however long the program stood still. */
    private static final Duration LOOK_BACK = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Messages messages;

    EndedBars(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** A bar that has ended, and nothing else bars the person. */
    record Ended(long id, String number, long personId, Instant barredUntil) {}

    int tell(Instant now) {
        var ended = ended(now);
        for (var bar : ended) {
            messages.give(new Told(
                    "bar-over:" + bar.id() + ":" + bar.barredUntil().getEpochSecond(),
                    Told.to(bar.personId()),
                    Template.SANCTION_OVER,
                    Map.of("number", bar.number(), "until", Shanghai.deadline(bar.barredUntil())),
                    "/hearing/" + bar.number(),
                    now));
        }
        return ended.size();
    }

    private List<Ended> ended(Instant now) {
        return jdbc.sql("""
                select s.id, s.number, s.person_id, s.barred_until
                  from sanction.v_sanction s
                 where s.barred_until > :since and s.barred_until <= :now
                   and s.barred_from < s.barred_until
                   and s.state in ('IMPOSED', 'CORRECTION_PROPOSED', 'REVOCATION_PROPOSED')
                   and not exists (select 1 from sanction.v_sanction o
                                    where o.person_id = s.person_id and o.barred_from <= :now and :now < o.barred_until
                                      and o.state in ('IMPOSED', 'CORRECTION_PROPOSED', 'REVOCATION_PROPOSED'))
                """)
                .param("since", Timestamp.from(now.minus(LOOK_BACK)))
                .param("now", Timestamp.from(now))
                .query(Ended.class)
                .list();
    }
}

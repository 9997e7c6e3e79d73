package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.gongkao.notification.Due.Ahead;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units that have confirmed their textbooks and not paid: three days and one day before the deadline, once each. */
@Repository
class TextbookReminders {

    private final JdbcClient jdbc;
    private final Messages messages;

    TextbookReminders(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    private record Owing(String unitCode, int version, String purposeKey, Instant deadline) {}

    int tell(Instant now) {
        int told = 0;
        var owing = jdbc.sql("""
                        select r.unit_code, r.version, r.purpose_key, c.deadline
                          from textbook.v_remittance r join payment.v_charge c on c.purpose_key = r.purpose_key
                         where c.state in ('OPEN', 'PREPARED') and c.deadline > :now and c.deadline <= :soon
                         order by r.unit_code
                        """)
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(Duration.ofDays(3))))
                .query(Owing.class)
                .list();
        for (var one : owing) {
            for (var ahead : Ahead.values()) {
                if (ahead.covers(now, one.deadline())) {
                    messages.give(new Told(
                            "due:" + one.purposeKey() + ":" + one.deadline().getEpochSecond() + ":" + ahead,
                            Told.to(Office.unit(one.unitCode())),
                            Template.TEXTBOOKS_DUE,
                            Map.of(
                                    "version", Integer.toString(one.version()),
                                    "until", Shanghai.deadline(one.deadline()),
                                    "left", ahead.left),
                            "/textbooks",
                            now));
                    told++;
                }
            }
        }
        return told;
    }
}

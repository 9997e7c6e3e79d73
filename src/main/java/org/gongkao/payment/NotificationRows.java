package org.gongkao.payment;

import java.sql.Timestamp;
import java.time.Instant;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came to the open address. Of a message that nobody signed only its length and hash are kept. */
@Repository
class NotificationRows {

    private final JdbcClient jdbc;
    private final MachineClock machine;

    NotificationRows(JdbcClient jdbc, MachineClock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    /** False when a message with this nonce was taken before. */
    boolean add(Verdict verdict, ReceivedNotification received, @Nullable String order, Instant now) {
        return jdbc.sql("""
                        insert into payment.notification
                               (received_at, business_at, verdict, nonce, order_number, body_hash, body_bytes)
                        values (:received, :now, :verdict, :nonce, :order, :hash, :bytes)
                        on conflict (nonce) where verdict in ('TAKEN', 'BROKEN') do nothing
                        """)
                        .param("received", Timestamp.from(machine.instant()))
                        .param("now", Timestamp.from(now))
                        .param("verdict", verdict.name())
                        .param("nonce", verdict.isSigned() ? received.nonce() : null)
                        .param("order", order)
                        .param("hash", received.hash())
                        .param("bytes", received.body().length())
                        .update()
                == 1;
    }
}

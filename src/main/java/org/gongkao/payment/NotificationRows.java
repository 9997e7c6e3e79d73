package org.gongkao.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What came to the open addresses. Of a message that the channel did not sign only its length and hash are kept. */
@Repository
class NotificationRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MachineClock machine;

    NotificationRows(JdbcClient jdbc, JsonMapper json, MachineClock machine) {
        this.jdbc = jdbc;
        this.json = json;
        this.machine = machine;
    }

    /** Keeps a message until it is settled, in one statement; false when one with this id was taken before. */
    boolean keep(ChannelCode channel, RawMessage raw, String id, String number, Reading said, Instant now) {
        return row("""
                        with kept as (insert into payment.notification
                               (channel, received_at, business_at, verdict, message_id, order_number, body_hash, body_bytes)
                        values (:channel, :received, :now, :verdict, :id, :number, :hash, :bytes)
                        on conflict (channel, message_id) where verdict = 'TAKEN' do nothing
                        returning id)
                        insert into payment.kept_message (notification_id, said, due_at)
                        select id, cast(:said as jsonb), :received from kept
                        """, channel, MessageVerdict.TAKEN, raw, id, number, now)
                        .param("said", json.writerFor(Reading.class).writeValueAsString(said))
                        .update()
                == 1;
    }

    /** Writes down what is not taken. */
    void add(ChannelCode channel, MessageVerdict verdict, RawMessage raw, @Nullable String id, Instant now) {
        row("""
                        insert into payment.notification
                               (channel, received_at, business_at, verdict, message_id, order_number, body_hash, body_bytes)
                        values (:channel, :received, :now, :verdict, :id, :number, :hash, :bytes)
                        """, channel, verdict, raw, id, null, now).update();
    }

    private JdbcClient.StatementSpec row(
            String sql,
            ChannelCode channel,
            MessageVerdict verdict,
            RawMessage raw,
            @Nullable String id,
            @Nullable String number,
            Instant now) {
        return jdbc.sql(sql)
                .param("channel", channel.name())
                .param("received", Timestamp.from(machine.instant()))
                .param("now", Timestamp.from(now))
                .param("verdict", verdict.name())
                .param("id", id)
                .param("number", number)
                .param("hash", raw.hash())
                .param("bytes", raw.body().length());
    }

    /** The order or refund that the taken message with this id was about. */
    Optional<String> number(ChannelCode channel, String id) {
        return jdbc.sql("""
                        select order_number from payment.notification
                         where channel = :channel and message_id = :id and verdict = 'TAKEN'
                        """)
                .param("channel", channel.name())
                .param("id", id)
                .query(String.class)
                .optional();
    }
}

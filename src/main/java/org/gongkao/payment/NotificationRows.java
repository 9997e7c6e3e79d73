package org.gongkao.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.MessageVerdict;
import org.gongkao.channel.RawMessage;
import org.gongkao.channel.Reading;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What came to the open addresses. Of a message that the channel did not sign only its length and hash are kept. */
@Repository
class NotificationRows {

    private final JdbcClient jdbc;
    private final ObjectWriter said;
    private final MachineClock machine;

    NotificationRows(JdbcClient jdbc, JsonMapper json, MachineClock machine) {
        this.jdbc = jdbc;
        this.said = json.writerFor(Reading.class);
        this.machine = machine;
    }

    /** 已读通知。A message that was read and may be kept; {@code number} is the order or refund that it is about. */
    record Told(ChannelCode channel, RawMessage raw, String id, String number, Reading said, Instant arrived) {

        Taken taken() {
            return new Taken(channel, id);
        }
    }

    /** 通知标识。By what a channel's message is known again. */
    record Taken(ChannelCode channel, String id) {}

    /** Keeps messages until they are settled, all in one statement or none; returns those that were not taken before. */
    Set<Taken> keep(Collection<Told> told) {
        return Set.copyOf(jdbc.sql("""
                        with told as (
                             select * from unnest(cast(:channels as text[]), cast(:ids as text[]), cast(:numbers as text[]),
                                                  cast(:arrived as timestamptz[]), cast(:hashes as text[]), cast(:bytes as int[]),
                                                  cast(:said as jsonb[]))
                                      as t (channel, message_id, order_number, business_at, body_hash, body_bytes, said)),
                             taken as (
                             insert into payment.notification (channel, received_at, business_at, verdict, message_id, order_number,
                                                               body_hash, body_bytes)
                             select channel, :received, business_at, 'TAKEN', message_id, order_number, body_hash, body_bytes from told
                                 on conflict (channel, message_id) where verdict = 'TAKEN' do nothing
                             returning id, channel, message_id),
                             kept as (
                             insert into payment.kept_message (notification_id, said, due_at)
                             select taken.id, told.said, :received from taken join told using (channel, message_id))
                        select channel, message_id from taken
                        """)
                .param("received", Timestamp.from(machine.instant()))
                .param("channels", each(told, one -> one.channel().name()))
                .param("ids", each(told, Told::id))
                .param("numbers", each(told, Told::number))
                .param("arrived", each(told, one -> one.arrived().toString()))
                .param("hashes", each(told, one -> one.raw().hash()))
                .param(
                        "bytes",
                        told.stream().map(one -> one.raw().body().length()).toArray(Integer[]::new))
                .param("said", each(told, one -> said.writeValueAsString(one.said())))
                .query((row, number) ->
                        new Taken(ChannelCode.valueOf(row.getString("channel")), row.getString("message_id")))
                .list());
    }

    private static String[] each(Collection<Told> told, Function<Told, String> what) {
        return told.stream().map(what).toArray(String[]::new);
    }

    /** Writes down what is not taken. */
    void add(ChannelCode channel, MessageVerdict verdict, RawMessage raw, @Nullable String id, Instant now) {
        jdbc.sql("""
                        insert into payment.notification
                               (channel, received_at, business_at, verdict, message_id, body_hash, body_bytes)
                        values (:channel, :received, :now, :verdict, :id, :hash, :bytes)
                        """)
                .param("channel", channel.name())
                .param("received", Timestamp.from(machine.instant()))
                .param("now", Timestamp.from(now))
                .param("verdict", verdict.name())
                .param("id", id)
                .param("hash", raw.hash())
                .param("bytes", raw.body().length())
                .update();
    }

    /** The order or refund that the taken message with this id was about. */
    Optional<String> number(Taken taken) {
        return jdbc.sql("""
                        select order_number from payment.notification
                         where channel = :channel and message_id = :id and verdict = 'TAKEN'
                        """)
                .param("channel", taken.channel().name())
                .param("id", taken.id())
                .query(String.class)
                .optional();
    }
}

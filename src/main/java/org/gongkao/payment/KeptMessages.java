package org.gongkao.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.Reading;
import org.gongkao.shared.MachineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** 待处理通知。What a channel told us and was thanked for, until it is settled. Kept by {@link KeepingMessages}. */
@Repository
class KeptMessages {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MachineClock machine;

    KeptMessages(JdbcClient jdbc, JsonMapper json, MachineClock machine) {
        this.jdbc = jdbc;
        this.json = json;
        this.machine = machine;
    }

    /** 一条。{@code arrived} is the business time at which it came. */
    record Kept(long id, ChannelCode channel, Reading said, Instant arrived) {}

    /** Those that wait longest. Read some at a time: each reading passes what was taken out since the last vacuum. */
    List<Long> due(int most) {
        return jdbc.sql(
                        "select notification_id from payment.kept_message where due_at <= :now order by due_at limit :most")
                .param("now", Timestamp.from(machine.instant()))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Takes one out, for the running transaction: it is back when that fails. None when somebody else has it. */
    Optional<Kept> take(long id) {
        return jdbc.sql("""
                        with due as materialized (
                             select notification_id from payment.kept_message where notification_id = :id for update skip locked),
                             gone as (
                             delete from payment.kept_message k using due where k.notification_id = due.notification_id
                             returning k.notification_id, k.said)
                        select n.id, n.channel, n.business_at, gone.said
                          from gone join payment.notification n on n.id = gone.notification_id
                        """).param("id", id).query(this::kept).optional();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("id"),
                ChannelCode.valueOf(row.getString("channel")),
                json.readValue(row.getString("said"), Reading.class),
                row.getTimestamp("business_at").toInstant());
    }

    /** Tried again after a second, two, four, up to ten minutes. */
    void putOff(long id) {
        jdbc.sql("""
                        update payment.kept_message
                           set due_at = cast(:now as timestamptz) + least(600, 2 ^ least(tried, 10)) * interval '1 second', tried = tried + 1
                         where notification_id = :id
                        """)
                .param("now", Timestamp.from(machine.instant()))
                .param("id", id)
                .update();
    }

    /** How many could not be settled, or wait for so long that nobody seems to be at it. */
    int stuck() {
        return jdbc.sql("select count(*) from payment.kept_message where tried > 0 or due_at < :longAgo")
                .param("longAgo", Timestamp.from(machine.instant().minus(LONG)))
                .query(Integer.class)
                .single();
    }
}

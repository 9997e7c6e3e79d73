package org.gongkao.payment.close;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which day of which channel still lacks its statement, and when the channel is asked for it again. */
@Repository
class StatementsDue {

    enum State {
        WAITING("等待渠道出账"),
        /** There, and not to be read: nothing of it was taken. */
        BROKEN("内容残缺，未采用"),
        TAKEN("已登记");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Due(ChannelCode channel, LocalDate day) {}

    /** How it stands with one statement. */
    record Standing(ChannelCode channel, LocalDate day, State state, int asked, String why, List<String> problems) {}

    /** While somebody asks, nobody else does; then later and later, at most an hour. */
    private static final String NEXT =
            "cast(:machine as timestamptz) + least(interval '1 hour', interval '1 minute' * (asked + 1) * (asked + 1))";

    private final JdbcClient jdbc;

    StatementsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the day of the channel's first order up to the last one that is over. */
    void plan(ChannelCode channel, LocalDate until, Instant machine) {
        jdbc.sql("""
                insert into payment.statement_due (channel, day, ask_at)
                select :channel, day::date, :machine
                  from generate_series(coalesce(
                           (select max(day) + 1 from payment.statement_due where channel = :channel),
                           (select (min(sent_at) at time zone 'Asia/Shanghai')::date from payment.channel_order where channel = :channel)),
                       cast(:until as date), interval '1 day') as day
                on conflict do nothing
                """)
                .param("channel", channel.name())
                .param("until", until)
                .param("machine", Timestamp.from(machine))
                .update();
    }

    List<Due> take(Instant machine, int limit) {
        return jdbc.sql("""
                        with due as materialized (select channel, day from payment.statement_due where ask_at <= :machine
                               order by ask_at, day limit :limit for update skip locked)
                        update payment.statement_due set asked = asked + 1, ask_at = %s
                         where (channel, day) in (select channel, day from due)
                        returning channel, day
                        """.formatted(NEXT))
                .param("machine", Timestamp.from(machine))
                .param("limit", limit)
                .query((row, n) ->
                        new Due(ChannelCode.valueOf(row.getString("channel")), row.getObject("day", LocalDate.class)))
                .list();
    }

    void write(Due due, State state, String why, List<String> problems) {
        jdbc.sql("""
                update payment.statement_due
                   set state = :state, why = :why, problems = string_to_array(:problems, chr(10)),
                       ask_at = case when :state = 'TAKEN' then null else ask_at end
                 where channel = :channel and day = :day
                """)
                .param("state", state.name())
                .param("why", why)
                .param("problems", String.join("\n", problems))
                .param("channel", due.channel().name())
                .param("day", due.day())
                .update();
    }

    /** At once, because somebody asks for it. False when there is none to ask for. */
    boolean hurry(ChannelCode channel, LocalDate day, Instant machine) {
        return jdbc.sql("""
                        update payment.statement_due set ask_at = :machine
                         where channel = :channel and day = :day and state <> 'TAKEN'
                        """)
                        .param("machine", Timestamp.from(machine))
                        .param("channel", channel.name())
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Of a day, or all that have not come when the day is not given; the latest first. */
    List<Standing> list(@Nullable LocalDate day) {
        return jdbc.sql("select channel, day, state, asked, why, problems from payment.statement_due where "
                        + (day == null ? "state <> 'TAKEN'" : "day = :day") + " order by day desc, channel limit 200")
                .param("day", day)
                .query((row, n) -> read(row))
                .list();
    }

    boolean isTaken(Due due) {
        return jdbc.sql("""
                        select exists (select 1 from payment.statement
                                        where channel = :channel and :day between first_day and last_day)
                        """)
                .param("channel", due.channel().name())
                .param("day", due.day())
                .query(Boolean.class)
                .single();
    }

    private static Standing read(ResultSet row) throws SQLException {
        var problems = (String[]) row.getArray("problems").getArray();
        return new Standing(
                ChannelCode.valueOf(row.getString("channel")),
                row.getObject("day", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getInt("asked"),
                row.getString("why"),
                List.of(problems));
    }
}

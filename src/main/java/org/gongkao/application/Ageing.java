package org.gongkao.application;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 待审时长。How the files that wait before agencies stand against the promised time, counted for many agencies at once: what
 * {@link Promise#of} says of one file, said in SQL of all of them.
 */
@Component
public class Ageing {

    /** 待审机构。An agency with the year as it holds for the people it answers for. */
    public record Waiting(Office agency, Cycle cycle) {}

    /** 待审份数。How many wait, since when the oldest, and how many stand at each pace. */
    public record Count(
            long waiting, @Nullable Instant oldest, long firstHalf, long secondHalf, long dueSoon, long late) {
        public static final Count NONE = new Count(0, null, 0, 0, 0, 0);
    }

    private record Row(
            String office,
            long waiting,
            @Nullable Instant oldest,
            long firstHalf,
            long secondHalf,
            long dueSoon,
            long late) {
        Count count() {
            return new Count(waiting, oldest, firstHalf, secondHalf, dueSoon, late);
        }
    }

    /**
     * Only what an office had before and gets back corrected has earlier days to count; {@code offset 0} lets them be counted
     * once a file and not once for each place where they are asked for.
     */
    static final String SQL = """
            with asked as (
                select office, review_end, promised
                  from unnest(cast(:offices as text[]), cast(:ends as timestamptz[]), cast(:promised as int[]))
                    as one (office, review_end, promised)
            ), file as materialized (
                select a.holder, a.held_since,
                       case when case when bound then :now >= ending
                                      else width_bucket(cast(:today as date) - 1, (select cast(:days as date[]))) >= came + remaining end
                            then 'LATE'
                            when (earlier + today - came) * 10 >= total * 8 then 'DUE_SOON'
                            when (earlier + today - came) * 2 >= total then 'SECOND_HALF'
                            else 'FIRST_HALF' end as pace
                  from asked o
                  join application.application a on a.holder = o.office and a.state = 'IN_REVIEW'
                  cross join lateral (
                       select case when a.corrected then %s else 0 end as earlier,
                              width_bucket((a.held_since at time zone 'Asia/Shanghai')::date, (select cast(:days as date[]))) as came,
                              width_bucket(cast(:today as date), (select cast(:days as date[]))) as today,
                              greatest(o.review_end, a.review_until) as ending
                       offset 0) began
                  cross join lateral (
                       select greatest(1, o.promised - earlier) as remaining,
                              width_bucket(((ending - interval '1 millisecond') at time zone 'Asia/Shanghai')::date,
                                           (select cast(:days as date[]))) as last) given
                  cross join lateral (
                       select a.review_until is not null or last < came + remaining as bound) window_first
                  cross join lateral (
                       select earlier + case when bound then last - came else remaining end as total) whole
            )
            select holder as office, count(*) as waiting, min(held_since) as oldest,
                   count(*) filter (where pace = 'FIRST_HALF') as first_half,
                   count(*) filter (where pace = 'SECOND_HALF') as second_half,
                   count(*) filter (where pace = 'DUE_SOON') as due_soon,
                   count(*) filter (where pace = 'LATE') as late
              from file group by holder
            """.formatted(Promises.EARLIER);

    private final JdbcClient jdbc;

    Ageing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An agency before which nothing waits is not among them. */
    public Map<Office, Count> of(List<Waiting> agencies, Instant now) {
        if (agencies.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(SQL).params(asked(agencies, now)).query(Row.class).list().stream()
                .collect(Collectors.toMap(row -> Office.parse(row.office()), Row::count));
    }

    static Map<String, Object> asked(List<Waiting> agencies, Instant now) {
        return Map.of(
                "offices", texts(agencies, one -> one.agency().toString()),
                "ends",
                        texts(
                                agencies,
                                one -> one.cycle().window(Window.REVIEW).to().toString()),
                "promised", texts(agencies, one -> Integer.toString(one.cycle().promisedDays(Office.Kind.AGENCY))),
                "now", Timestamp.from(now),
                "today", Shanghai.day(now),
                "days", Promises.days(agencies.getFirst().cycle(), LocalDate.MAX));
    }

    private static String[] texts(List<Waiting> agencies, Function<Waiting, String> word) {
        return agencies.stream().map(word).toArray(String[]::new);
    }
}

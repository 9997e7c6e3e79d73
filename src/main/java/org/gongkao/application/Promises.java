package org.gongkao.application;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 承诺时限表。Counts the promised time of files from their acts. */
@Repository
public class Promises {

    /**
     * Working days that the holder of {@code a} had the file for before this time. {@code :days} are the working days in
     * order, and {@code width_bucket} tells the place of a day among them; as a query of its own the list is read once and not again for
     * each row. A decision that a superior opened again is
     * promised anew.
     */
    public static final String EARLIER = """
            (select coalesce(sum(width_bucket((t.left_at at time zone 'Asia/Shanghai')::date, (select cast(:days as date[])))
                                 - width_bucket((t.came_at at time zone 'Asia/Shanghai')::date, (select cast(:days as date[])))), 0)::int
               from application.v_turn t
              where t.application_id = a.id and t.office = a.holder and t.left_at <= a.held_since
                and t.act_id > (select coalesce(max(again.id), 0) from application.act again
                                 where again.application_id = a.id and again.act in ('REOPEN', 'REEXAMINE')))
            """;

    /**
     * Whether the promise of {@code a} is broken. Late is who had used up its days yesterday: on a holiday after the last
     * one it is not later than on that day's 24:00.
     */
    public static final String BROKEN = """
            a.state = 'IN_REVIEW'
            and (case when a.corrected or a.holder like 'agency:%' then :over else :unitOver end
                 and (a.review_until is null or a.review_until <= :now)
                 or a.review_until is null
                    and width_bucket(cast(:today as date) - 1, (select cast(:days as date[])))
                        - width_bucket((a.held_since at time zone 'Asia/Shanghai')::date, (select cast(:days as date[])))
                        >= greatest(1, case split_part(a.holder, ':', 1) when 'unit' then :unitDays
                                       when 'department' then :departmentDays else :agencyDays end -
            """ + EARLIER + "))";

    private final JdbcClient jdbc;

    Promises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The working days of a year up to now, as {@code :days} takes them. */
    public static String[] days(Cycle cycle, Instant now) {
        return days(cycle, Shanghai.day(now));
    }

    static String[] days(Cycle cycle, LocalDate upTo) {
        var first = Shanghai.day(cycle.window(Window.REGISTRATION).from());
        return cycle.workingDays().knownFrom(first, upTo).stream()
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    /** What {@link #BROKEN} asks for. */
    public static Map<String, Object> broken(Cycle cycle, Instant now) {
        return Map.of(
                "now", Timestamp.from(now),
                "today", Shanghai.day(now),
                "days", days(cycle, now),
                "unitOver", cycle.window(Window.UNIT_REVIEW).isOver(now),
                "over", cycle.window(Window.REVIEW).isOver(now),
                "unitDays", cycle.promisedDays(Office.Kind.UNIT),
                "departmentDays", cycle.promisedDays(Office.Kind.DEPARTMENT),
                "agencyDays", cycle.promisedDays(Office.Kind.AGENCY));
    }

    /** What the office promises that reviews the file; empty while nobody does. */
    public Optional<Promise> of(Application file, Cycle cycle, Timing timing, Instant now) {
        var holder = file.progress().holder();
        var since = file.progress().heldSince();
        if (file.state() != ApplicationState.IN_REVIEW || holder == null || since == null) {
            return Optional.empty();
        }
        int earlier = jdbc.sql("select " + EARLIER + " from application.application a where a.id = :id")
                .param("days", days(cycle, now))
                .param("id", file.id())
                .query(Integer.class)
                .single();
        return Optional.of(Promise.of(cycle, timing, holder.kind(), since, earlier, now));
    }
}

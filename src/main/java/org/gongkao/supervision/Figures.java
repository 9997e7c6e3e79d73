package org.gongkao.supervision;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.application.Ageing;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.supervision.Oversight.Overseen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of the agencies in a range: one statement for what waits, one for what was decided, however many they are. */
@Repository
class Figures {

    /** 审查情况。What one agency decided in this year's review; the median is in working days from arrival to decision. */
    record Decided(
            long approved,
            long returned,
            long rejected,
            @Nullable Integer median) {
        static final Decided NONE = new Decided(0, 0, 0, null);

        long all() {
            return approved + returned + rejected;
        }
    }

    /** 监管数字。One agency, what waits there and what it decided. */
    record Line(Overseen agency, Ageing.Count waiting, Decided decided) {}

    /** 久候申报。A file that has waited long before an agency. */
    record Waited(String number, int level, Instant heldSince) {}

    private record Row(
            String office,
            long approved,
            long returned,
            long rejected,
            @Nullable Integer median) {}

    static final String SQL = """
            select office,
                   count(*) filter (where act = 'APPROVE') as approved,
                   count(*) filter (where act = 'RETURN') as returned,
                   count(*) filter (where act = 'REJECT') as rejected,
                   percentile_disc(0.5) within group (order by taken) as median
              from (select office, act,
                           width_bucket((at at time zone 'Asia/Shanghai')::date, (select cast(:days as date[])))
                           - width_bucket((held_since at time zone 'Asia/Shanghai')::date, (select cast(:days as date[]))) as taken
                      from application.v_decision
                     where office = any (cast(:offices as text[])) and at >= :begin) decided
             group by office
            """;

    private final JdbcClient jdbc;
    private final Ageing ageing;

    Figures(JdbcClient jdbc, Ageing ageing) {
        this.jdbc = jdbc;
        this.ageing = ageing;
    }

    List<Line> of(List<Overseen> agencies, Instant now) {
        var waiting = ageing.of(
                agencies.stream()
                        .map(one -> new Ageing.Waiting(one.office(), one.cycle()))
                        .toList(),
                now);
        var decided = decided(agencies, now);
        return agencies.stream()
                .map(one -> new Line(
                        one,
                        waiting.getOrDefault(one.office(), Ageing.Count.NONE),
                        decided.getOrDefault(one.office(), Decided.NONE)))
                .toList();
    }

    /** The ten that have waited longest, the oldest first. */
    List<Waited> oldest(Overseen agency) {
        return jdbc.sql("""
                select number, level, held_since from application.v_application
                 where holder = :office and state = 'IN_REVIEW' order by held_since, id limit 10
                """)
                .param("office", agency.office().toString())
                .query(Waited.class)
                .list();
    }

    private Map<Office, Decided> decided(List<Overseen> agencies, Instant now) {
        return jdbc.sql(SQL).params(asked(agencies, now)).query(Row.class).list().stream()
                .collect(Collectors.toMap(
                        row -> Office.parse(row.office()),
                        row -> new Decided(row.approved(), row.returned(), row.rejected(), row.median())));
    }

    static Map<String, Object> asked(List<Overseen> agencies, Instant now) {
        var cycle = agencies.getFirst().cycle();
        var begin = begin(agencies.getFirst());
        var days = cycle.workingDays().knownFrom(Shanghai.day(begin), Shanghai.day(now)).stream()
                .map(LocalDate::toString)
                .toArray(String[]::new);
        var asked = new HashMap<String, Object>();
        asked.put("offices", offices(agencies));
        asked.put("begin", Timestamp.from(begin));
        asked.put("days", days);
        return asked;
    }

    static String[] offices(List<Overseen> agencies) {
        return agencies.stream().map(one -> one.office().toString()).toArray(String[]::new);
    }

    /** The year's review begins with its registration: what is decided from then on is of this year. */
    static Instant begin(Overseen agency) {
        return agency.cycle().window(Window.REGISTRATION).from();
    }
}

package org.gongkao.supervision;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Page;
import org.gongkao.supervision.Oversight.Overseen;
import org.gongkao.supervision.Risk.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions of the agencies in a range, one by one and by officer. */
@Repository
class Decisions {

    static final int SCREEN = 50;

    /** 决定。One decision as the list shows it; {@code gap} is the seconds since the same officer's last one. */
    record Row(
            long actId,
            String number,
            int level,
            String act,
            long accountId,
            String actorName,
            @Nullable Instant heldSince,
            Instant at,
            boolean batch,
            @Nullable Double gap,
            boolean night) {}

    /** 筛选。Which decisions of an agency: all, one officer's, those that one sign is made of. */
    record Filter(@Nullable RiskKind kind, @Nullable Long officer) {
        static final Filter ALL = new Filter(null, null);
    }

    /**
     * A batch is decided at one instant, that of its request; no two single acts of one officer are. The night after 22:00
     * and the morning before 6:00 belong to one evening.
     */
    private static final String SEEN = """
            select act_id, application_id, office, act, account_id, actor_name, held_since, at,
                   coalesce(at = lag(at) over (partition by account_id order by at, act_id), false)
                   or coalesce(at = lead(at) over (partition by account_id order by at, act_id), false) as batch,
                   extract(epoch from at - lag(at) over (partition by account_id order by at, act_id)) as gap,
                   extract(hour from at at time zone 'Asia/Shanghai') >= :nightFrom
                   or extract(hour from at at time zone 'Asia/Shanghai') < :nightTo as night,
                   ((at at time zone 'Asia/Shanghai') - make_interval(hours => :nightTo))::date as evening
              from application.v_decision
             where office = any (cast(:offices as text[])) and at >= :begin
            """;

    static final String OFFICERS = "with seen as (" + SEEN + """
            ), nights as (
                select office, account_id, evening, count(*) as decided,
                       row_number() over (partition by office, account_id order by count(*) desc, evening desc) as place
                  from seen where night group by office, account_id, evening
            ), officer as (
                select office, account_id, max(actor_name) as name, count(*) as decided,
                       count(*) filter (where act = 'APPROVE') as approved,
                       count(*) filter (where not batch and gap < :fastSeconds) as fast,
                       coalesce(avg(gap) filter (where not batch and gap < :fastSeconds), 0) as fast_pace
                  from seen group by office, account_id
            )
            select o.office, o.account_id, o.name, o.decided, o.approved, o.fast, o.fast_pace,
                   coalesce(n.decided, 0) as nightly, n.evening,
                   sum(o.decided) over () - o.decided as others_decided,
                   sum(o.approved) over () - o.approved as others_approved
              from officer o
              left join nights n on n.office = o.office and n.account_id = o.account_id and n.place = 1
             order by o.office, o.decided desc, o.account_id
            """;

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The officers of all the agencies: to be lenient is to be so beside the others. */
    List<Officer> officers(List<Overseen> agencies) {
        return jdbc.sql(OFFICERS).params(asked(agencies)).query(Officer.class).list();
    }

    List<Risk> risks(List<Overseen> agencies) {
        return officers(agencies).stream()
                .flatMap(officer -> Risk.of(officer, limits(agencies)).stream())
                .toList();
    }

    /** The newest first. */
    Page<Row> list(Overseen agency, Filter filter, @Nullable String before) {
        var rows = new ArrayList<>(jdbc.sql(sql(filter, before != null))
                .params(asked(List.of(agency)))
                .param("officer", filter.officer())
                .param("before", before == null ? null : Timestamp.from(at(before)))
                .param("beforeId", before == null ? null : Long.parseLong(before.substring(before.indexOf('-') + 1)))
                .param("limit", SCREEN + 1)
                .query(Row.class)
                .list());
        boolean more = rows.size() > SCREEN;
        if (more) {
            rows.removeLast();
        }
        return new Page<>(List.copyOf(rows), more ? key(rows.getLast()) : null);
    }

    /** An officer's decisions are told apart by the one before, so the sign is asked of all of them and the screen cut then. */
    private static String sql(Filter filter, boolean further) {
        var sql = new StringBuilder("""
                select d.act_id, f.number, f.level, d.act, d.account_id, d.actor_name, d.held_since, d.at, d.batch, d.gap, d.night
                  from (""")
                .append(SEEN)
                .append(filter.officer() == null ? "" : " and account_id = :officer")
                .append("""
                ) d
                  join application.v_application f on f.id = d.application_id
                 where true""");
        if (filter.kind() != null) {
            sql.append(
                    switch (filter.kind()) {
                        case FAST -> " and not d.batch and d.gap < :fastSeconds";
                        case LENIENT -> " and d.act = 'APPROVE'";
                        case NIGHT -> " and d.night";
                    });
        }
        if (further) {
            sql.append(" and (d.at, d.act_id) < (:before, :beforeId)");
        }
        return sql.append(" order by d.at desc, d.act_id desc limit :limit").toString();
    }

    static Map<String, Object> asked(List<Overseen> agencies) {
        var limits = limits(agencies);
        var asked = new HashMap<String, Object>();
        asked.put("offices", Figures.offices(agencies));
        asked.put("begin", Timestamp.from(Figures.begin(agencies.getFirst())));
        asked.put("nightFrom", limits.nightFrom());
        asked.put("nightTo", limits.nightTo());
        asked.put("fastSeconds", limits.fastSeconds());
        return asked;
    }

    private static RiskLimits limits(List<Overseen> agencies) {
        return agencies.getFirst().cycle().section(RiskLimits.class);
    }

    private static String key(Row last) {
        return Duration.between(Instant.EPOCH, last.at()).toNanos() / 1_000 + "-" + last.actId();
    }

    private static Instant at(String key) {
        long micros = Long.parseLong(key.substring(0, key.indexOf('-')));
        return Instant.EPOCH.plusSeconds(micros / 1_000_000).plusNanos(micros % 1_000_000 * 1_000);
    }
}

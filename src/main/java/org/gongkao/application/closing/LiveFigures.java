package org.gongkao.application.closing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.application.closing.Report.Listed;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The conclusions of an agency's files as they stand now. Callers have asked {@link Reporters} whether they may. */
@Repository
class LiveFigures {

    /** 上报后的变化。A file that reads otherwise than in the report; without a conclusion it was not on it, or is no longer. */
    record Change(
            String number,
            int level,
            String occupation,
            @Nullable Conclusion before,
            @Nullable Conclusion after,
            int all) {}

    private static final String OF_AGENCY = " from application.v_conclusion where authority = :office and year = :year";

    private final JdbcClient jdbc;

    LiveFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Figures of(Office agency, int year) {
        return new Figures(jdbc.sql("select level, occupation, conclusion, count(*)::int as files" + OF_AGENCY
                        + " group by 1, 2, 3")
                .param("office", agency.toString())
                .param("year", year)
                .query(Figures.Cell.class)
                .list());
    }

    List<Listed> lines(Office agency, int year) {
        return jdbc.sql("select number, level, occupation, conclusion" + OF_AGENCY + " order by number collate \"C\"")
                .param("office", agency.toString())
                .param("year", year)
                .query(Listed.class)
                .list();
    }

    /** By the code of each agency below: how many files stand at which conclusion. */
    Map<String, Map<Conclusion, Integer>> below(Office superior, int year) {
        var all = new HashMap<String, Map<Conclusion, Integer>>();
        jdbc.sql("""
                select authority, conclusion, count(*)::int as files
                  from application.v_conclusion where overseer = :office and year = :year group by 1, 2
                """).param("office", superior.toString()).param("year", year).query(row -> {
            all.computeIfAbsent(
                            Office.parse(row.getString("authority")).code(), agency -> new EnumMap<>(Conclusion.class))
                    .put(Conclusion.valueOf(row.getString("conclusion")), row.getInt("files"));
        });
        return all;
    }

    /** What differs from a version, the first so many of it; each line tells how many there are in all. */
    List<Change> since(ClosedVersion version, Closing closing, int atMost) {
        return jdbc.sql("""
                select coalesce(now.number collate "C", was.application_number) as number, coalesce(now.level, was.level) as level,
                       coalesce(now.occupation, was.occupation) as occupation,
                       was.conclusion as before, now.conclusion as after, count(*) over ()::int as "all"
                  from (select * from application.closing_line where version_id = :version) was
                  full join (select * from application.v_conclusion where authority = :office and year = :year) now
                         on now.number collate "C" = was.application_number
                 where (was.level, was.occupation, was.conclusion) is distinct from (now.level, now.occupation, now.conclusion)
                 order by 1
                 limit :limit
                """)
                .param("version", version.id())
                .param("office", closing.office().toString())
                .param("year", closing.year())
                .param("limit", atMost)
                .query(Change.class)
                .list();
    }
}

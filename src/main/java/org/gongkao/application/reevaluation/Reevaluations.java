package org.gongkao.application.reevaluation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.application.reevaluation.Reevaluation.Stored;
import org.gongkao.application.reevaluation.Reevaluation.Stretch;
import org.gongkao.cycle.ComparedPackage;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs, before the administrators of the office that started them, and the stored verdicts that they go over. */
@Repository
class Reevaluations {

    static final int SCREEN = 30;

    private static final String RUN = """
            select id, year, package_id, region, title, package_hash, up_to, pieces, condition_ids, condition_sentences,
                   coalesce(job_id, 0) as job_id, started_by, started_at, ended_at, whole
              from application.reevaluation
            """;

    /** Files of the year that were handed in and not withdrawn, before the agencies of the package's region. */
    private static final String FILES = """
             a.year = :year and a.state <> 'WITHDRAWN' and a.authority like 'agency:' || :stem || '%'
            """;

    private final JdbcClient jdbc;

    Reevaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files with a verdict, cut into stretches of a size. */
    List<Stretch> stretches(ComparedPackage compared, int size) {
        return jdbc.sql("""
                select min(id), max(id), min(number), max(number), count(*)
                  from (select a.id, a.number, (row_number() over (order by a.id) - 1) / :size as piece
                          from application.application a
                         where exists (select 1 from application.verdict v where v.application_id = a.id) and
                """ + FILES + ") numbered group by piece order by piece")
                .param("size", size)
                .param("year", compared.year())
                .param("stem", compared.stem())
                .query((row, number) ->
                        new Stretch(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getInt(5)))
                .list();
    }

    /** The newest verdict of each file of a stretch, with one statement. */
    List<Stored> stored(Reevaluation run, Stretch of) {
        return jdbc.sql("""
                select a.id, a.number, a.authority, v.facts, v.verdict
                  from application.application a
                  join lateral (select facts, verdict from application.verdict
                                 where application_id = a.id order by id desc limit 1) v on true
                 where a.id between :from and :to and
                """ + FILES + " order by a.id")
                .param("from", of.from())
                .param("to", of.to())
                .param("year", run.compared().year())
                .param("stem", run.compared().stem())
                .query((row, number) -> new Stored(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    long add(ComparedPackage compared, int pieces, Map<String, String> sentences, Actor by, Instant at) {
        return jdbc.sql("""
                insert into application.reevaluation
                       (office, year, package_id, region, title, package_hash, up_to, pieces, condition_ids,
                        condition_sentences, started_by, started_at)
                values (:office, :year, :package, :region, :title, :hash, :upTo, :pieces, :ids, :sentences, :by, :at)
                returning id
                """)
                .param("office", by.officeText())
                .param("year", compared.year())
                .param("package", compared.packageId())
                .param("region", compared.regionCode())
                .param("title", compared.title())
                .param("hash", compared.hash())
                .param("upTo", compared.upTo())
                .param("pieces", pieces)
                .param("ids", sentences.keySet().toArray(String[]::new))
                .param("sentences", sentences.values().toArray(String[]::new))
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void runsAs(long id, long job, Actor by) {
        jdbc.sql("update application.reevaluation set job_id = :job where id = :id and office = :office")
                .param("job", job)
                .param("id", id)
                .param("office", by.officeText())
                .update();
    }

    void end(Reevaluation run, boolean whole, Instant at) {
        jdbc.sql(
                        "update application.reevaluation set ended_at = :at, whole = :whole where id = :id and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("whole", whole)
                .param("id", run.id())
                .update();
    }

    Reevaluation get(long id, Actor by) {
        return jdbc.sql(RUN + " where id = :id and office = :office")
                .param("id", id)
                .param("office", by.officeText())
                .query((row, number) -> run(row))
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    Reevaluation ofJob(long job, Actor by) {
        return jdbc.sql(RUN + " where job_id = :job and office = :office")
                .param("job", job)
                .param("office", by.officeText())
                .query((row, number) -> run(row))
                .single();
    }

    /** The newest first, one more than a screen when there are more. */
    List<Reevaluation> list(Actor by, @Nullable Long before) {
        var question = jdbc.sql(RUN + " where office = :office" + (before == null ? "" : " and id < :before")
                        + " order by id desc limit :limit")
                .param("office", by.officeText())
                .param("limit", SCREEN + 1);
        return (before == null ? question : question.param("before", before))
                .query((row, number) -> run(row))
                .list();
    }

    /** Of several runs, by their ids. */
    Map<Long, Counts> counts(List<Reevaluation> runs) {
        var counts = new LinkedHashMap<Long, Counts>();
        if (runs.isEmpty()) {
            return counts;
        }
        runs.forEach(run -> counts.put(run.id(), new Counts()));
        jdbc.sql("""
                select reevaluation_id, kind, subject, before, after, sum(files) as files
                  from application.reevaluation_count where reevaluation_id in (:ids)
                 group by reevaluation_id, kind, subject, before, after
                 order by kind, subject, before, after
                """).param("ids", counts.keySet()).query(row -> {
            var of = counts.get(row.getLong("reevaluation_id"));
            if (of != null) {
                of.add(
                        new Counts.Line(
                                Counts.Kind.valueOf(row.getString("kind")),
                                row.getString("subject"),
                                row.getString("before"),
                                row.getString("after")),
                        row.getInt("files"));
            }
        });
        return counts;
    }

    private static Reevaluation run(ResultSet row) throws SQLException {
        var sentences = new LinkedHashMap<String, String>();
        var ids = texts(row.getArray("condition_ids"));
        var words = texts(row.getArray("condition_sentences"));
        for (int i = 0; i < ids.size(); i++) {
            sentences.put(ids.get(i), words.get(i));
        }
        var ended = row.getTimestamp("ended_at");
        return new Reevaluation(
                row.getLong("id"),
                new ComparedPackage(
                        row.getLong("package_id"),
                        row.getInt("year"),
                        row.getString("region"),
                        row.getString("title"),
                        row.getString("package_hash"),
                        row.getInt("up_to")),
                row.getInt("pieces"),
                sentences,
                row.getLong("job_id"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("whole", Boolean.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}

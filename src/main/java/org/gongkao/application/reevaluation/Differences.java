package org.gongkao.application.reevaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkao.application.reevaluation.Comparison.Changed;
import org.gongkao.eligibility.Verdict.Overall;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of a run that come out otherwise; only added to. */
@Repository
class Differences {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Differences(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** What one piece came to. */
    void write(Reevaluation run, int piece, List<Comparison> differing, Counts counts) {
        batch.batchUpdate("""
                insert into application.reevaluation_difference
                       (reevaluation_id, application_id, number, overall_before, overall_after, path_before, path_after,
                        year_before, year_after, conditions)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, differing, AT_ONCE, (insert, one) -> {
            insert.setLong(1, run.id());
            insert.setLong(2, one.application());
            insert.setString(3, one.number());
            insert.setString(4, one.overallBefore().name());
            insert.setString(5, one.overallAfter().name());
            insert.setString(6, one.pathBefore());
            insert.setString(7, one.pathAfter());
            insert.setObject(8, one.yearBefore(), Types.INTEGER);
            insert.setObject(9, one.yearAfter(), Types.INTEGER);
            insert.setArray(
                    10,
                    insert.getConnection()
                            .createArrayOf(
                                    "text",
                                    one.conditions().stream().map(Changed::text).toArray()));
        });
        var conditions = differing.stream()
                .flatMap(one ->
                        one.conditions().stream().map(changed -> Map.entry(changed.condition(), one.application())))
                .toList();
        batch.batchUpdate("""
                insert into application.reevaluation_condition (reevaluation_id, condition, application_id) values (?, ?, ?)
                """, conditions, AT_ONCE, (insert, one) -> {
            insert.setLong(1, run.id());
            insert.setString(2, one.getKey());
            insert.setLong(3, one.getValue());
        });
        batch.batchUpdate("""
                insert into application.reevaluation_count (reevaluation_id, piece, kind, subject, before, after, files)
                values (?, ?, ?, ?, ?, ?, ?)
                """, counts.all().entrySet(), AT_ONCE, (insert, one) -> {
            insert.setLong(1, run.id());
            insert.setInt(2, piece);
            insert.setString(3, one.getKey().kind().name());
            insert.setString(4, one.getKey().subject());
            insert.setString(5, one.getKey().before());
            insert.setString(6, one.getKey().after());
            insert.setInt(7, one.getValue());
        });
    }

    /** In the order of the files, from after one on. */
    List<Comparison> list(Reevaluation run, DifferenceFilter filter, long after, int limit) {
        var sql = new StringBuilder("""
                select d.application_id, d.number, d.overall_before, d.overall_after, d.path_before, d.path_after,
                       d.year_before, d.year_after, d.conditions
                  from application.reevaluation_difference d
                """);
        if (!filter.condition().isEmpty()) {
            sql.append("""
                     join application.reevaluation_condition c on c.reevaluation_id = d.reevaluation_id
                                                              and c.application_id = d.application_id
                      and c.condition = :condition and c.reevaluation_id = :run and c.application_id > :after
                    """);
        }
        sql.append(" where d.reevaluation_id = :run and d.application_id > :after");
        if (filter.isOfOverall()) {
            sql.append(" and d.overall_before = :overallBefore and d.overall_after = :overallAfter");
        }
        var question = jdbc.sql(sql + " order by d.application_id limit :limit")
                .param("run", run.id())
                .param("after", after)
                .param("limit", limit);
        if (!filter.condition().isEmpty()) {
            question = question.param("condition", filter.condition());
        }
        if (filter.isOfOverall()) {
            question = question.param("overallBefore", filter.before()).param("overallAfter", filter.after());
        }
        return question.query((row, number) -> comparison(row)).list();
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                row.getLong("application_id"),
                row.getString("number"),
                Overall.valueOf(row.getString("overall_before")),
                Overall.valueOf(row.getString("overall_after")),
                row.getString("path_before"),
                row.getString("path_after"),
                year(row, "year_before"),
                year(row, "year_after"),
                Arrays.stream((String[]) row.getArray("conditions").getArray())
                        .map(Changed::parse)
                        .toList());
    }

    private static @Nullable Integer year(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}

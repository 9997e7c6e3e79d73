package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongkao.eligibility.Facts;
import org.gongkao.eligibility.FactsText;
import org.gongkao.eligibility.Verdict;
import org.gongkao.eligibility.VerdictText;
import org.gongkao.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 申报资格结论。The verdicts of files: each submission keeps its own, with the facts and the rules that it was made from. */
@Repository
public class Verdicts {

    /** 已存结论。The newest verdict of a file and its conditions, as they were when it was handed in. */
    public record Kept(
            long id,
            Verdict.Overall overall,
            @Nullable String path,
            String pathTitle,
            String rulesHash,
            Instant at,
            List<Condition> conditions) {}

    /** 条件核对项。One condition of a kept verdict; its key among the items that an office looks at is {@link #item}. */
    public record Condition(
            String condition,
            Verdict.Result result,
            String fact,
            String needed,
            String clause,
            String sentence,
            String openNote) {

        public String item() {
            return ITEM + condition;
        }

        /** What an office looked at; another fact, number, clause or result opens the condition again. */
        String hash() {
            return Sha256.of(String.join("\n", result.name(), fact, needed, clause, sentence));
        }
    }

    /** Before the condition's id in the key of an item. */
    static final String ITEM = "condition:";

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Application application, Facts facts, Verdict verdict, Instant at) {
        var conditions = verdict.conditions();
        jdbc.sql("""
                with kept as (
                    insert into application.verdict
                           (application_id, overall, path, path_title, rules_hash, facts_hash, facts, verdict, at)
                    values (:application, :overall, :path, :title, :rules, :factsHash, :facts, :verdict, :at)
                    returning id)
                insert into application.verdict_condition
                       (verdict_id, position, condition, result, fact, needed, clause, sentence, open_note)
                select kept.id, position - 1, condition, result, fact, needed, clause, sentence, open_note
                  from kept,
                       unnest(cast(:conditions as text[]), cast(:results as text[]), cast(:known as text[]),
                              cast(:needed as text[]), cast(:clauses as text[]), cast(:sentences as text[]),
                              cast(:open as text[]))
                       with ordinality as one (condition, result, fact, needed, clause, sentence, open_note, position)
                """)
                .param("application", application.id())
                .param("overall", verdict.overall().name())
                .param("path", verdict.path())
                .param("title", verdict.pathTitle())
                .param("rules", verdict.rules())
                .param("factsHash", verdict.facts())
                .param("facts", FactsText.write(facts))
                .param("verdict", VerdictText.write(verdict))
                .param("at", Applications.time(at))
                .param("conditions", each(conditions, Verdict.Condition::id))
                .param("results", each(conditions, one -> one.result().name()))
                .param("known", each(conditions, Verdict.Condition::fact))
                .param("needed", each(conditions, Verdict.Condition::needed))
                .param("clauses", each(conditions, Verdict.Condition::clause))
                .param("sentences", each(conditions, Verdict.Condition::sentence))
                .param("open", each(conditions, Verdict.Condition::open))
                .update();
    }

    private static String[] each(List<Verdict.Condition> conditions, Function<Verdict.Condition, String> what) {
        return conditions.stream().map(what).toArray(String[]::new);
    }

    /** The verdict of the last submission; a draft has none. The caller has read the file as the actor that it is. */
    public Optional<Kept> newest(Application application) {
        return jdbc.sql("""
                select id, overall, path, path_title, rules_hash, at from application.verdict
                 where application_id = :application order by id desc limit 1
                """)
                .param("application", application.id())
                .query((row, number) -> new Kept(
                        row.getLong("id"),
                        Verdict.Overall.valueOf(row.getString("overall")),
                        row.getString("path"),
                        row.getString("path_title"),
                        row.getString("rules_hash"),
                        row.getTimestamp("at").toInstant(),
                        conditions(row.getLong("id"))))
                .optional();
    }

    private List<Condition> conditions(long verdict) {
        return jdbc.sql("""
                select condition, result, fact, needed, clause, sentence, open_note
                  from application.verdict_condition where verdict_id = :verdict order by position
                """).param("verdict", verdict).query(Condition.class).list();
    }
}

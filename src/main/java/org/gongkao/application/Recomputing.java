package org.gongkao.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.shared.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 结论复算。Makes a sample of stored verdicts again, from their own facts and the rules that they were made with. */
@Component
class Recomputing {

    /** 复算结果。How many were made again, and which came out otherwise. */
    record Outcome(int made, List<String> differences) {

        boolean same() {
            return differences.isEmpty();
        }

        String sentence() {
            return same()
                    ? "已复算 " + made + " 份资格结论，全部一致。"
                    : "已复算 " + made + " 份资格结论，不一致 " + differences.size() + " 份：" + String.join("；", differences) + "。";
        }
    }

    private record Stored(
            String number,
            long packageId,
            String authority,
            String rulesHash,
            Instant at,
            String facts,
            String verdict) {}

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Eligibility eligibility;

    Recomputing(JdbcClient jdbc, Cycles cycles, Eligibility eligibility) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.eligibility = eligibility;
    }

    Outcome recompute(int most) {
        var sample = sample(most);
        var differences = new ArrayList<String>();
        for (var one : sample) {
            // The package with the amendments that were in force there and then.
            var cycle = cycles.of(one.packageId, Office.parse(one.authority).code(), one.at);
            if (!cycle.hash().equals(one.rulesHash)) {
                differences.add(one.number + " 当时的规则版本已不在");
            } else if (!eligibility.comesOutAgain(one.facts, one.verdict, cycle)) {
                differences.add(one.number + " 结论与当时不同");
            }
        }
        return new Outcome(sample.size(), differences);
    }

    private List<Stored> sample(int most) {
        return jdbc.sql("""
                select a.number, a.package_id, a.authority, v.rules_hash, v.at, v.facts, v.verdict
                  from application.verdict v join application.application a on a.id = v.application_id
                 order by random() limit :most
                """)
                .param("most", most)
                .query((row, number) -> new Stored(
                        row.getString("number"),
                        row.getLong("package_id"),
                        row.getString("authority"),
                        row.getString("rules_hash"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("facts"),
                        row.getString("verdict")))
                .list();
    }
}

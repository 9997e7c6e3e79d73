package org.gongkao.application.roster;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said about each line, and what an agency has corrected. Only ever added to. */
@Repository
class LineChecks {

    private final JdbcClient jdbc;

    LineChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last word on each line as it reads now; a line that nobody has looked at is open. */
    Map<String, LineCheck> of(Roster roster) {
        return of(roster.lines());
    }

    Map<String, LineCheck> of(List<RosterLine> lines) {
        var checks = new HashMap<String, LineCheck>();
        lines.forEach(line -> checks.put(line.number(), LineCheck.NONE));
        if (checks.isEmpty()) {
            return checks;
        }
        jdbc.sql("""
                select distinct on (application_number) application_number, verdict, note, actor_name, at
                  from application.roster_check
                 where (application_number, line_hash) in (:seen)
                 order by application_number, id desc
                """)
                .param(
                        "seen",
                        lines.stream()
                                .map(line -> new Object[] {line.number(), line.hash()})
                                .toList())
                .query(row -> {
                    checks.put(
                            row.getString("application_number"),
                            new LineCheck(
                                    LineCheck.Verdict.valueOf(row.getString("verdict")),
                                    row.getString("note"),
                                    row.getString("actor_name"),
                                    row.getTimestamp("at").toInstant()));
                });
        return checks;
    }

    /** Answers the check's own number. */
    long add(RosterLine line, LineCheck.Verdict verdict, String note, Actor by, Instant now) {
        return jdbc.sql("""
                insert into application.roster_check
                       (application_number, line_hash, verdict, note, office, account_id, actor_name, at)
                values (:number, :hash, :verdict, :note, :office, :account, :name, :now)
                returning id
                """)
                .param("number", line.number())
                .param("hash", line.hash())
                .param("verdict", verdict.name())
                .param("note", note)
                .param("office", by.office().toString())
                .param("account", by.account())
                .param("name", by.name())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void addCorrection(
            RosterLine line, Correction.Fact fact, Correction.Change change, String reason, Actor by, Instant now) {
        jdbc.sql("""
                insert into application.roster_correction
                       (application_number, fact, before, after, reason, office, account_id, actor_name, at)
                values (:number, :fact, :before, :after, :reason, :office, :account, :name, :now)
                """)
                .param("number", line.number())
                .param("fact", fact.name())
                .param("before", change.before())
                .param("after", change.after())
                .param("reason", reason)
                .param("office", by.office().toString())
                .param("account", by.account())
                .param("name", by.name())
                .param("now", Timestamp.from(now))
                .update();
    }
}

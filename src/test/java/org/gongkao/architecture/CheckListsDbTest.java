package org.gongkao.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;

/** What the database lets into a column is what the program's enum knows, neither more nor less. */
class CheckListsDbTest extends DatabaseTest {

    /** What a column may hold: an enum's names, without those it never holds and with those only its SQL knows. */
    private record Stored(Set<String> values) {

        static Stored enumOf(String type) {
            try {
                return new Stored(
                        Arrays.stream(Class.forName("org.gongkao." + type).getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.toSet()));
            } catch (ClassNotFoundException e) {
                throw new IllegalArgumentException(type, e);
            }
        }

        static Stored names(String... names) {
            return new Stored(Set.of(names));
        }

        Stored without(String name) {
            return new Stored(
                    values.stream().filter(value -> !value.equals(name)).collect(Collectors.toSet()));
        }

        Stored and(String... names) {
            return new Stored(
                    Stream.concat(values.stream(), Arrays.stream(names)).collect(Collectors.toSet()));
        }
    }

    private static final Map<String, Stored> COLUMNS = Map.ofEntries(
            entry("account.account.role", Stored.enumOf("shared.Role").without("SYSTEM")),
            entry("account.code.purpose", Stored.enumOf("account.Purpose")),
            entry("account.correction.kind", Stored.enumOf("account.CorrectionKind")),
            entry("account.correction.state", Stored.enumOf("account.CorrectionState")),
            entry("application.application.state", Stored.enumOf("application.ApplicationState")),
            entry("application.closing.state", Stored.enumOf("application.closing.ClosingState")),
            entry("application.closing_act.act", Stored.enumOf("application.closing.ClosingAct")),
            entry("application.closing_line.conclusion", Stored.enumOf("application.closing.Conclusion")),
            entry("application.finding.basis", Stored.enumOf("application.Basis")),
            entry("application.finding.outcome", Stored.enumOf("application.ItemOutcome")),
            entry("application.promise.state", Stored.enumOf("application.DeferralState")),
            entry(
                    "application.paper.state",
                    Stored.enumOf("application.levelone.PaperState").without("AWAITED")),
            entry("application.paper_act.act", Stored.enumOf("application.levelone.PaperAct")),
            entry("application.reevaluation_count.kind", Stored.enumOf("application.reevaluation.Counts$Kind")),
            entry("application.reevaluation_difference.overall_before", Stored.enumOf("eligibility.Verdict$Overall")),
            entry("application.reevaluation_difference.overall_after", Stored.enumOf("eligibility.Verdict$Overall")),
            entry("application.recommendation.act", Stored.enumOf("application.levelone.RecommendationAct")),
            entry(
                    "application.roster_check.verdict",
                    Stored.enumOf("application.roster.LineCheck$Verdict").without("OPEN")),
            entry(
                    "application.roster_correction.fact",
                    Stored.enumOf("application.roster.Correction$Fact").without("LEVEL")),
            entry("application.verdict.overall", Stored.enumOf("eligibility.Verdict$Overall")),
            entry("application.verdict_condition.result", Stored.enumOf("eligibility.Verdict$Result")),
            entry("application.visit.state", Stored.enumOf("application.onsite.VisitState")),
            entry("application.visit_act.act", Stored.enumOf("application.VisitAct")),
            entry("application.visit_slot.state", Stored.names("OPEN", "CLOSED")),
            entry("audit.line.kind", Stored.enumOf("audit.LineKind")),
            entry("cycle.amendment.state", Stored.enumOf("cycle.AmendmentState")),
            entry("cycle.year_package.state", Stored.enumOf("cycle.CycleState")),
            entry("file.file.state", Stored.names("RECEIVED", "CLAIMED", "RELEASED")),
            entry("file.file.type", Stored.enumOf("file.FileType")),
            entry("job.job.state", Stored.enumOf("job.JobState")),
            entry("job.result.outcome", Stored.enumOf("job.Outcome$Kind")),
            entry(
                    "notification.message.text",
                    Stored.enumOf("notification.TextOutcome").and("NONE", "SENDING")),
            entry("organisation.agency.level", Stored.enumOf("organisation.AgencyLevel")),
            entry("organisation.department.status", Stored.names("ACTIVE", "CLOSED")),
            entry("organisation.department_history.act", Stored.names("RENAME", "CLOSE")),
            entry("organisation.unit.kind", Stored.enumOf("organisation.UnitKind")),
            entry("organisation.unit.status", Stored.enumOf("organisation.UnitStatus")),
            entry(
                    "organisation.unit_change.act",
                    Stored.enumOf("organisation.UnitAct").without("ADD")),
            entry("organisation.unit_change.state", Stored.enumOf("organisation.ChangeState")),
            entry("organisation.unit_change_act.act", Stored.enumOf("organisation.ChangeAct")),
            entry("organisation.unit_history.act", Stored.enumOf("organisation.UnitAct")),
            entry("payment.charge_part.due", Stored.enumOf("payment.FeeSection$When")),
            entry(
                    "payment.claim.purpose",
                    Stored.enumOf("payment.Purpose").without("GRADING").without("TEXTBOOK")),
            entry("payment.difference.kind", Stored.enumOf("payment.close.DifferenceKind")),
            entry("payment.difference.state", Stored.enumOf("payment.close.DifferenceState")),
            entry("payment.difference_act.act", Stored.enumOf("payment.close.DifferenceAct")),
            entry("payment.statement_due.state", Stored.enumOf("payment.close.StatementsDue$State")),
            entry("payment.statement_line.kind", Stored.enumOf("channel.StatementLine$Kind")),
            entry("payment.charge.purpose", Stored.enumOf("payment.Purpose")),
            entry("payment.charge.state", Stored.enumOf("payment.ChargeState")),
            entry("payment.discrepancy.kind", Stored.enumOf("payment.Discrepancies$Kind")),
            entry("payment.notification.verdict", Stored.enumOf("channel.MessageVerdict")),
            entry("sanction.act.act", Stored.enumOf("sanction.SanctionAct")),
            entry("sanction.sanction.state", Stored.enumOf("sanction.SanctionState")),
            entry("supervision.spot_check.decision", Stored.names("APPROVE", "RETURN", "REJECT")),
            entry("worker.appraisal.result", Stored.enumOf("worker.AppraisalResult")),
            entry("worker.appraisal.stated_by", Stored.enumOf("worker.StatedBy")),
            entry("worker.service_record.stated_by", Stored.enumOf("worker.StatedBy")),
            entry("worker.unit_move.state", Stored.enumOf("worker.MoveState")),
            entry("worker.unit_move_act.act", Stored.enumOf("worker.MoveAct")),
            entry("worker.worker.standing", Stored.enumOf("worker.Standing")));

    private static final Pattern VALUE = Pattern.compile("'([^']*)'::text");

    @Test
    void every_check_list_equals_its_enum() {
        var lists = lists();
        var wrong = new TreeMap<String, String>();
        lists.forEach((column, listed) -> {
            var stored = COLUMNS.get(column);
            if (stored == null) {
                wrong.put(column, "of which enum? " + listed);
            } else if (!stored.values().equals(listed)) {
                wrong.put(column, "lists " + listed + ", the program has " + stored.values());
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(COLUMNS.keySet()).as("columns with a list").isEqualTo(lists.keySet());
    }

    private Map<String, Set<String>> lists() {
        return jdbc
                .sql("""
                        select n.nspname || '.' || t.relname || '.' || a.attname as place, pg_get_constraintdef(c.oid) as text
                          from pg_constraint c
                          join pg_class t on t.oid = c.conrelid
                          join pg_namespace n on n.oid = t.relnamespace
                          join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
                         where c.contype = 'c' and array_length(c.conkey, 1) = 1 and n.nspname not in ('pg_catalog')
                           and pg_get_constraintdef(c.oid) ~ '^CHECK \\(\\([a-z_]+ = (ANY \\(ARRAY\\[''|''[A-Z_]+''::text\\)\\))'
                        """)
                .query((row, n) -> entry(row.getString("place"), values(row.getString("text"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}

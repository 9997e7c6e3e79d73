package org.gongkao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/**
 * Audit, histories and ledgers as the application's role meets them: it can read and add. This class is connected as that
 * role, like the product. A new table of this kind is named here.
 */
class OnlyAddedToTest extends DatabaseTest {

    /** Each with a column that an attempt may try to change. */
    private static final Map<String, String> COLUMN = Map.ofEntries(
            Map.entry("application.closing_version", "responsible"),
            Map.entry("application.closing_line", "conclusion"),
            Map.entry("application.closing_member", "content_hash"),
            Map.entry("application.closing_outstanding", "files"),
            Map.entry("application.closing_scan", "name"),
            Map.entry("application.closing_act", "reason"),
            Map.entry("application.post_figures", "basis"),
            Map.entry("application.recommendation", "reason"),
            Map.entry("application.paper_act", "receipt"),
            Map.entry("application.roster_version", "reason"),
            Map.entry("application.roster_line", "name"),
            Map.entry("application.roster_check", "note"),
            Map.entry("application.roster_correction", "reason"),
            Map.entry("application.roster_scan", "name"),
            Map.entry("textbook.choice", "unit_code"),
            Map.entry("textbook.order_sheet", "actor_name"),
            Map.entry("textbook.order_line", "occupation"),
            Map.entry("audit.line", "detail"),
            Map.entry("audit.seal", "hash"),
            Map.entry("organisation.unit_history", "act"),
            Map.entry("organisation.department_history", "reason"),
            Map.entry("organisation.unit_check", "unit_code"),
            Map.entry("organisation.unit_change_act", "act"),
            Map.entry("cycle.act", "reason"),
            Map.entry("cycle.amendment_change", "after_text"),
            Map.entry("job.input", "line"),
            Map.entry("job.result", "what"),
            Map.entry("payment.charge_part", "name"),
            Map.entry("payment.charge_event", "detail"),
            Map.entry("payment.channel_order", "payer"),
            Map.entry("payment.receipt", "transaction_no"),
            Map.entry("payment.notification", "verdict"),
            Map.entry("sanction.act", "reason"),
            Map.entry("sanction.evidence", "name"),
            Map.entry("application.act", "reason"),
            Map.entry("application.finding", "problem"),
            Map.entry("application.defect", "problem"),
            Map.entry("application.note", "text"),
            Map.entry("application.visit_act", "reason"),
            Map.entry("application.visit_original", "label"),
            Map.entry("application.visit_page", "note"),
            Map.entry("application.late_defect_consent", "reason"),
            Map.entry("application.original_seen", "item"),
            Map.entry("application.submission", "content"),
            Map.entry("application.verdict", "verdict"),
            Map.entry("application.verdict_condition", "fact"),
            Map.entry("application.confirmation", "text"),
            Map.entry("application.reevaluation_difference", "number"),
            Map.entry("application.reevaluation_condition", "condition"),
            Map.entry("application.reevaluation_count", "files"),
            Map.entry("payment.order_share", "amount_fen"),
            Map.entry("payment.pay_code", "content"),
            Map.entry("ledger.entry", "source"),
            Map.entry("ledger.line", "amount_fen"),
            Map.entry("ledger.closed_day", "hash"),
            Map.entry("ledger.day_sum", "amount_fen"),
            Map.entry("payment.fiscal_import", "hash"),
            Map.entry("payment.difference_act", "note"),
            Map.entry("payment.absent_source", "reason"),
            Map.entry("payment.closed_source", "content_hash"),
            Map.entry("payment.closed_difference", "line"),
            Map.entry("payment.statement", "hash"),
            Map.entry("payment.statement_line", "amount_fen"),
            Map.entry("worker.service_record", "reason"),
            Map.entry("worker.held_certificate", "issuer"),
            Map.entry("worker.appraisal", "reason"),
            Map.entry("worker.unit_move_act", "reason"),
            Map.entry("supervision.spot_check", "reason"),
            Map.entry("supervision.spot_check_file", "number"),
            Map.entry("supervision.spot_check_draw", "words"),
            Map.entry("supervision.spot_check_pick", "number"),
            Map.entry("supervision.spot_check_result", "words"),
            Map.entry("supervision.spot_check_end", "conclusion"),
            Map.entry("notification.reminder_round", "round"));

    static Set<String> tables() {
        return COLUMN.keySet();
    }

    private static List<String> attempts(String table) {
        return List.of(
                "update %s set %s = %s".formatted(table, COLUMN.get(table), COLUMN.get(table)),
                "delete from " + table,
                "truncate " + table,
                "drop table " + table,
                "alter table %s disable trigger all".formatted(table),
                "alter table %s add column more text".formatted(table),
                "alter table %s owner to current_user".formatted(table),
                "create trigger mine before insert on %s for each row execute function suppress_redundant_updates_trigger()"
                        .formatted(table),
                "create rule gone as on insert to %s do instead nothing".formatted(table),
                "do $$ begin lock table %s in exclusive mode; end $$".formatted(table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_application_can_only_add(String table) {
        assertThat(attempts(table))
                .allSatisfy(
                        attempt -> assertThatThrownBy(() -> jdbc.sql(attempt).update())
                                .isInstanceOf(DataAccessException.class)
                                .rootCause()
                                .hasMessageMatching(
                                        "(?s).*(permission denied|must be owner|must be able to|no privileges were granted).*"));
    }

    @Test
    void the_application_is_nobody_special() {
        var role = jdbc.sql(
                        "select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        var owned = jdbc.sql(
                        "select count(*) from pg_class where pg_get_userbyid(relowner) = current_user and relpersistence <> 't'")
                .query(Long.class)
                .single();
        var creates = jdbc.sql("""
                select nspname from pg_namespace
                 where nspname !~ '^pg_' and has_schema_privilege(current_user, oid, 'create')""").query(String.class).list();
        assertThat(role).isFalse();
        assertThat(owned).isZero();
        assertThat(creates).isEmpty();
    }

    @Test
    void the_application_cannot_choose_the_transaction_of_a_line() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into audit.line (xid, kind, machine_at, business_at, act, subject, detail)
                        values ('3', 'DONE', now(), now(), '办理', 'application:1', '')""").update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void every_table_that_is_only_added_to_is_named_here() {
        var insertOnly = jdbc.sql("""
                select schemaname || '.' || tablename
                  from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema')
                   and has_any_column_privilege(current_user, format('%I.%I', schemaname, tablename), 'insert')
                   and not has_any_column_privilege(current_user, format('%I.%I', schemaname, tablename), 'update')
                   and not has_table_privilege(current_user, format('%I.%I', schemaname, tablename), 'delete')""").query(String.class).list();
        assertThat(insertOnly).containsExactlyInAnyOrderElementsOf(COLUMN.keySet());
    }
}

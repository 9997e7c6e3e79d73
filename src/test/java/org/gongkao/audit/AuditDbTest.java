package org.gongkao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines, seals and what is found when somebody has been at them. */
class AuditDbTest extends DatabaseTest {

    private static final Actor WANG =
            new Actor(8, "王海", Role.COUNTY_REVIEWER, Office.agency("410305").toString(), null);

    @Autowired
    private Audit audit;

    @Autowired
    private Sealing sealing;

    @Autowired
    private Verifying verifying;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void withoutTheCastsOwnLines() throws SQLException {
        // In the order in which the sealer reads them, or the two lock each other out.
        tamper("truncate audit.seal, audit.line restart identity");
    }

    private void act(String subject) {
        transaction.executeWithoutResult(status -> audit.record(WANG, "审核通过", subject, "县区审核"));
    }

    private void sealAll() {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            sealing.seal();
            return verifying.verify().unsealed() == 0;
        });
    }

    @Test
    void a_line_goes_with_its_act() {
        transaction.executeWithoutResult(status -> {
            audit.record(WANG, "审核通过", "application:1", "");
            status.setRollbackOnly();
        });
        act("application:2");

        assertThat(jdbc.sql("select subject from audit.line")
                        .query(String.class)
                        .list())
                .containsExactly("application:2");
    }

    @Test
    void an_act_without_a_transaction_is_a_mistake() {
        assertThatIllegalStateException().isThrownBy(() -> audit.record(WANG, "审核通过", "application:1", ""));
    }

    @Test
    void a_refusal_is_not_written_inside_the_refused_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> audit.refused(WANG, "审核通过", "application:1", CommonRefusal.NOT_FOUND)));

        audit.refused(WANG, "审核通过", "application:1", CommonRefusal.NOT_FOUND);
        assertThat(jdbc.sql("select kind from audit.line").query(String.class).list())
                .containsExactly("REFUSED");
    }

    @Test
    void a_personal_number_that_slips_into_a_detail_is_not_kept() {
        audit.seen(WANG, "查看证件号码", "person:3", "号码 410305198001011234，手机13903790000");

        assertThat(jdbc.sql("select detail from audit.line").query(String.class).single())
                .isEqualTo("号码 ***，手机***");
    }

    @Test
    void both_clocks_are_kept() {
        act("application:1");

        var row = jdbc.sql(
                        "select machine_at > '2026-01-01' as machine, business_at = '2023-03-15T02:00:00Z' as business from audit.line")
                .query()
                .singleRow();
        assertThat(row).containsEntry("machine", true).containsEntry("business", true);
    }

    @Test
    void the_chain_of_sealed_lines_is_whole() {
        for (int i = 1; i <= 30; i++) {
            act("application:" + i);
        }
        sealAll();

        var finding = verifying.verify();
        assertThat(finding.whole()).isTrue();
        assertThat(finding.sealed()).isEqualTo(30);
    }

    @Test
    void no_line_is_sealed_before_one_that_is_still_being_written() throws SQLException {
        try (var slow = asSuperuser()) {
            slow.setAutoCommit(false);
            insert(slow, "application:1");
            act("application:2");
            sealing.seal();
            assertThat(verifying.verify().sealed()).isZero();
            assertThat(verifying.verify().unsealed()).isEqualTo(1);
            slow.commit();
        }
        sealAll();

        assertThat(jdbc.sql(
                                "select l.subject from audit.seal s join audit.line l on l.id = s.line_id order by s.number")
                        .query(String.class)
                        .list())
                .containsExactly("application:1", "application:2");
        assertThat(verifying.verify().whole()).isTrue();
    }

    @Test
    void lines_are_sealed_in_the_order_of_transaction_numbers_however_many_digits_these_have() throws SQLException {
        try (var connection = asSuperuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int xid : new int[] {100, 9, 98, 10}) {
                statement.execute("""
                        insert into audit.line (xid, kind, machine_at, business_at, act, subject, detail)
                        values ('%d', 'DONE', now(), now(), '办理', 'transaction:%d', '')""".formatted(xid, xid));
            }
            connection.commit();
        }
        sealAll();

        assertThat(jdbc.sql(
                                "select l.subject from audit.seal s join audit.line l on l.id = s.line_id order by s.number")
                        .query(String.class)
                        .list())
                .containsExactly("transaction:9", "transaction:10", "transaction:98", "transaction:100");
    }

    @Test
    void the_first_changed_line_is_named() throws SQLException {
        act("application:1");
        act("application:2");
        act("application:3");
        sealAll();
        tamper("update audit.line set detail = '别的' where subject in ('application:2', 'application:3')");

        var finding = verifying.verify();
        assertThat(finding.broken()).contains("第 2 条").contains("不一致");
        assertThat(finding.sealed()).isEqualTo(1);
    }

    @Test
    void a_deleted_line_and_a_deleted_seal_are_named() throws SQLException {
        act("application:1");
        act("application:2");
        sealAll();
        tamper("delete from audit.line where subject = 'application:2'");
        assertThat(verifying.verify().broken()).contains("第 2 条").contains("已被删除");

        tamper("delete from audit.seal where number = 1");
        assertThat(verifying.verify().broken()).contains("第 1 条的封存记录缺失");
    }

    @Test
    void a_line_slipped_in_among_sealed_ones_is_named() throws SQLException {
        act("application:1");
        sealAll();
        try (var connection = asSuperuser()) {
            connection.createStatement().execute("""
                    insert into audit.line (xid, kind, machine_at, business_at, act, subject, detail)
                    values ('3', 'DONE', now(), now(), '审核通过', 'application:9', '')""");
        }

        assertThat(verifying.verify().broken()).contains("未封存的行");
    }

    private static void insert(Connection connection, String subject) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into audit.line (kind, machine_at, business_at, act, subject, detail)
                values ('DONE', now(), now(), '审核通过', ?, '')""")) {
            insert.setString(1, subject);
            insert.execute();
        }
    }

    private static void tamper(String sql) throws SQLException {
        try (var connection = asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private static Connection asSuperuser() throws SQLException {
        var who = new Properties();
        who.putAll(TestDatabase.server().superuser());
        return DriverManager.getConnection(TestDatabase.shared(), who);
    }
}

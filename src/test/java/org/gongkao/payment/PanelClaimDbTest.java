package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkao.payment.GivenCharge.BILL;
import static org.gongkao.payment.GivenCharge.DEADLINE;
import static org.gongkao.payment.GivenCharge.PERSON;

import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.demo.Databases;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** 进入评审环节人员，缴纳评审费130元；未进入评审环节的人员不再缴纳第二次费用 (notice 七（一）): the tables themselves see to it. */
class PanelClaimDbTest extends DatabaseTest {

    private static final String CHARGE = """
            insert into payment.charge (number, purpose, purpose_key, person_id, title, amount_fen, deadline, opened_at, claim_id)
            values ('%s', '%s', '%s', 7, '评审费', %d, now(), now(), %s)
            """;

    @Autowired
    private Charges charges;

    @Autowired
    @Value("${spring.flyway.url}")
    private String url;

    private JdbcClient owner;

    @BeforeEach
    void connect() {
        clock.set("2023-04-10T09:00:00");
        owner = JdbcClient.create(new DriverManagerDataSource(
                url, Databases.OWNER, TestDatabase.server().password(Databases.OWNER)));
    }

    @Test
    void no_part_of_the_program_can_write_a_claim_before_the_panel_may() {
        refused(jdbc, claim(1), "permission denied");
    }

    @Test
    void a_charge_for_the_panel_is_not_opened_without_a_claim() {
        refused(jdbc, CHARGE.formatted("2023041000000001", "PANEL", "p-1", 13_000, "null"), "check constraint");
        refused(jdbc, CHARGE.formatted("2023041000000001", "PANEL", "p-1", 13_000, "99"), "foreign key");
        assertThatThrownBy(() -> charges.open(
                        Purpose.PANEL,
                        "p-1",
                        PERSON,
                        new Bill("评审费", List.of(new FeePart("评审费", Money.yuan(130)))),
                        DEADLINE,
                        Actor.SYSTEM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_panels_part_of_the_fee_cannot_slip_into_another_charge() {
        long grading = charges.open(Purpose.GRADING, "g-1", PERSON, BILL, DEADLINE, Actor.SYSTEM);
        refused(
                jdbc,
                "insert into payment.charge_part (charge_id, place, name, amount_fen, due) values (%d, 9, '评审费', 13000, 'PANEL')"
                        .formatted(grading),
                "claim of the panel");
        refused(jdbc, CHARGE.formatted("2023041000000002", "GRADING", "g-2", 13_000, "99"), "check constraint");
    }

    @Test
    void one_claim_carries_one_charge_of_its_own_person_key_and_amount() {

        owner.sql(claim(1)).update();
        long claim =
                owner.sql("select max(id) from payment.claim").query(Long.class).single();
        refused(owner, CHARGE.formatted("2023041000000003", "PANEL", "p-1", 13_001, claim), "foreign key");
        refused(owner, CHARGE.formatted("2023041000000003", "PANEL", "p-other", 13_000, claim), "foreign key");
        owner.sql(CHARGE.formatted("2023041000000003", "PANEL", "p-1", 13_000, claim))
                .update();
        refused(owner, CHARGE.formatted("2023041000000004", "PANEL", "p-1", 13_000, claim), "unique");
        refused(owner, claim(1), "unique");

        owner.sql("delete from payment.charge where claim_id is not null").update();
        owner.sql("delete from payment.claim").update();
    }

    private static String claim(int n) {
        return "insert into payment.claim (purpose, purpose_key, person_id, amount_fen, account_id, made_at) values ('PANEL', 'p-%d', 7, 13000, 1, now())"
                .formatted(n);
    }

    private static void refused(JdbcClient by, String sql, String why) {
        assertThatThrownBy(() -> by.sql(sql).update()).rootCause().hasMessageContaining(why);
    }
}

package org.gongkao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.sanction.SanctionAct;
import org.gongkao.sanction.SanctionMoved;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person and the offices are told of a case, and that a bar is over. */
class SanctionMessagesTest extends DatabaseTest {

    private static final String COUNTY = "agency:410305";
    private static final String CITY = "agency:410300";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TellingSanctions listener;

    private TellingSanctions telling;

    @Autowired
    private Reminding reminding;

    @BeforeEach
    void withoutThread() {
        telling = AopTestUtils.getUltimateTargetObject(listener);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }

    private String worker() {
        return "person:" + cast.actor(Cast.WORKER).person();
    }

    private long sanction(String number, String state, String from, String until) {
        return jdbc.sql("""
                insert into sanction.sanction (number, person_id, agency_code, superior_code, package_id, year, filed_on, material,
                                               facts, clause, state, handled_by, answer_until, decision, barred_from,
                                               barred_until, opened_at)
                values (:number, :person, '410305', '410300', 1, 2023, date '2023-03-12', '证书', '查无此证', '八（三）', :state, 1,
                        :answer, '5号', :from, :until, :opened)
                returning id
                """)
                .param("number", number)
                .param("person", cast.actor(Cast.WORKER).person())
                .param("state", state)
                .param("answer", Timestamp.from(at("2023-03-23T00:00:00")))
                .param("from", Timestamp.from(at(from)))
                .param("until", Timestamp.from(at(until)))
                .param("opened", Timestamp.from(at("2023-03-15T10:00:00")))
                .query(Long.class)
                .single();
    }

    private SanctionMoved act(SanctionAct act) {
        long sanction = sanction("2023031500001", "IMPOSED", "2023-04-03T10:00:00", "2025-04-04T00:00:00");
        long line = jdbc.sql("""
                insert into sanction.act (sanction_id, version, act, to_state, account, name, role, reason, clause, document, at)
                values (:sanction, 1, :act, 'IMPOSED', 1, '王海', 'COUNTY_REVIEWER', '查无此证', '', '', :at)
                returning id
                """)
                .param("sanction", sanction)
                .param("act", act.name())
                .param("at", Timestamp.from(at("2023-04-03T10:00:00")))
                .query(Long.class)
                .single();
        return new SanctionMoved(sanction, line);
    }

    private List<String> told(String recipient) {
        return jdbc.sql("select heading || '｜' || sentence from notification.message where recipient = :recipient")
                .param("recipient", recipient)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "TELL,    可于2023年3月22日 24:00前陈述申辩",
        "IMPOSE,  2025年4月3日 24:00前不能申报",
        "CLOSE,   决定不予处理",
        "CORRECT, 禁止申报期改为2025年4月3日 24:00期满",
        "REVOKE,  已撤销对您的处理决定",
    })
    void the_person_is_told_what_is_alleged_and_decided_and_not_why(SanctionAct act, String said) {
        telling.on(act(act));
        assertThat(told(worker()))
                .singleElement()
                .satisfies(message ->
                        assertThat(message).contains(said, "2023031500001").doesNotContain("查无此证", "王海", "陈立民"));
        assertThat(told(COUNTY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PROPOSE_SANCTION", "PROPOSE_NO_ACTION", "PROPOSE_CORRECTION", "PROPOSE_REVOCATION"})
    void what_is_only_proposed_is_told_to_both_offices_and_not_to_the_person(SanctionAct act) {
        telling.on(act(act));
        assertThat(told(worker())).isEmpty();
        assertThat(told(COUNTY))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("等待审定"));
        assertThat(told(CITY)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"OPEN", "DROP", "SEND_BACK"})
    void what_stays_within_the_office_is_told_to_nobody(SanctionAct act) {
        telling.on(act(act));
        assertThat(jdbc.sql("select count(*) from notification.message")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void it_is_told_once_after_the_commit_however_often_the_registry_asks() {
        var moved = act(SanctionAct.IMPOSE);
        transaction.executeWithoutResult(status -> events.publishEvent(moved));
        await().atMost(Duration.ofSeconds(10)).until(() -> told(worker()).size() == 1);
        telling.on(moved);
        assertThat(told(worker())).hasSize(1);
    }

    @Test
    void that_a_bar_is_over_is_told_at_its_end_and_once() {
        sanction("2023031500001", "IMPOSED", "2023-04-03T10:00:00", "2025-04-04T00:00:00");
        reminding.remind(at("2025-04-03T23:59:59"));
        assertThat(told(worker())).isEmpty();
        reminding.remind(at("2025-04-04T00:00:00"));
        reminding.remind(at("2025-04-04T00:00:30"));
        assertThat(told(worker()))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("已于2025年4月3日 24:00届满", "您可以申报"));
    }

    @Test
    void nobody_is_told_that_they_may_apply_while_another_bar_runs_or_when_it_was_revoked() {
        sanction("2023031500001", "IMPOSED", "2023-04-03T10:00:00", "2025-04-04T00:00:00");
        sanction("2023031500002", "IMPOSED", "2023-05-08T10:00:00", "2025-05-09T00:00:00");
        sanction("2023031500003", "REVOKED", "2023-04-03T10:00:00", "2025-04-04T00:00:00");
        reminding.remind(at("2025-04-04T00:00:00"));
        assertThat(told(worker())).isEmpty();
    }
}

package org.gongkao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.application.ClosingMoved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** What county, city and province are told of reports, and of those that are missing. */
class ClosingMessagesTest extends DatabaseTest {

    private static final String COUNTY = "agency:410305";
    private static final String CITY = "agency:410300";
    private static final String PROVINCE = "agency:410000";

    @Autowired
    private TellingClosings listener;

    @Autowired
    private RemindingReports reminding;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private TellingClosings telling;

    @BeforeEach
    void withoutThread() {
        telling = AopTestUtils.getUltimateTargetObject(listener);
    }

    private ClosingMoved act(String agency, String state, String act) {
        long closing = jdbc.sql("""
                insert into application.closing (agency_code, superior_code, year, state, latest)
                values (:agency, '410300', 2023, :state, 2) returning id
                """)
                .param("agency", agency)
                .param("state", state)
                .query(Long.class)
                .single();
        long line = jdbc.sql("""
                insert into application.closing_act (closing_id, act, from_state, to_state, version, office, account_id,
                       actor_name, role, reason, at)
                values (:closing, :act, 'CLOSED', :state, 2, 'agency:410305', 1, '王海', 'COUNTY_REVIEWER', '公章不清', now())
                returning id
                """)
                .param("closing", closing)
                .param("act", act)
                .param("state", state)
                .query(Long.class)
                .single();
        return new ClosingMoved(closing, line);
    }

    private List<String> told(String recipient) {
        return jdbc.sql("select heading || '：' || sentence from notification.message where recipient = :to order by id")
                .param("to", recipient)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSE, CLOSED, agency:410300, 下级已汇总上报",
        "STAMP, CLOSED, agency:410300, 汇总表待审核",
        "ACCEPT, ACCEPTED, agency:410305, 汇总表已接收",
        "SEND_BACK, SENT_BACK, agency:410305, 汇总表被退回重报",
        "REOPEN, REOPENED, agency:410305, 审查已重新打开"
    })
    void each_act_is_told_once_to_the_other_side_and_without_its_reason(
            String act, String state, String recipient, String heading) {
        var event = act("410305", state, act);
        telling.on(event);
        telling.on(event);
        assertThat(told(recipient))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(heading)
                .doesNotContain("公章不清");
        assertThat(told(recipient.equals(CITY) ? COUNTY : CITY)).isEmpty();
    }

    @Test
    void it_is_heard_after_the_commit() {
        var event = act("410305", "ACCEPTED", "ACCEPT");
        transaction.executeWithoutResult(status -> events.publishEvent(event));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(told(COUNTY)).hasSize(1));
    }

    @Test
    void three_days_and_one_day_before_the_end_and_at_it_both_sides_are_told_who_has_not_reported() {
        act("410311", "ACCEPTED", "ACCEPT");
        clock.set("2023-04-07T23:59:59");
        assertThat(reminding.remind(clock.instant())).isZero();
        clock.set("2023-04-08T00:00:00");
        assertThat(reminding.remind(clock.instant()))
                .as("13 counties, the city of its own report and of theirs, the province of the city's")
                .isEqualTo(13 + 1 + 1 + 1);
        assertThat(reminding.remind(clock.instant())).as("once").isZero();
        assertThat(told("agency:410311")).as("who has reported").isEmpty();
        assertThat(told("agency:4103Z1")).as("who does not review").isEmpty();
        assertThat(told(COUNTY)).containsExactly("汇总上报将于3天内截止：本机构还没有汇总上报。资格审查2023年4月10日 24:00截止，还缺什么请登录查看，并及时上报。");
        assertThat(told(CITY))
                .anyMatch(one -> one.startsWith("还有13个下级没有汇总上报") && one.contains("涧西区工考管理机构") && !one.contains("洛龙区"));
        assertThat(told(PROVINCE)).hasSize(1).first().asString().contains("洛阳市工考管理机构");

        clock.set("2023-04-10T12:00:00");
        assertThat(reminding.remind(clock.instant())).isEqualTo(16);
        assertThat(told(COUNTY)).hasSize(2);

        jdbc.sql(
                        "insert into application.closing (agency_code, superior_code, year, state) values ('410305', '410300', 2023, 'CLOSED')")
                .update();
        clock.set("2023-04-11T00:00:00");
        assertThat(reminding.remind(clock.instant())).isEqualTo(15);
        assertThat(told(COUNTY)).as("reported on the last day").hasSize(2);
        assertThat(told(CITY)).anyMatch(one -> one.startsWith("有12个下级逾期没有汇总上报"));
        assertThat(reminding.remind(clock.instant())).isZero();
    }

    @Test
    void a_report_that_was_sent_back_or_reopened_is_owed_again() {
        act("410305", "SENT_BACK", "SEND_BACK");
        act("410311", "REOPENED", "REOPEN");
        clock.set("2023-04-10T12:00:00");
        reminding.remind(clock.instant());
        assertThat(told(COUNTY)).hasSize(1);
        assertThat(told("agency:410311")).hasSize(1);
    }

    @Test
    void a_year_long_past_reminds_nobody() {
        clock.set("2023-06-01T00:00:00");
        assertThat(reminding.remind(clock.instant())).isZero();
    }
}

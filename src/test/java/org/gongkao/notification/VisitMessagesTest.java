package org.gongkao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.VisitAct;
import org.gongkao.application.VisitActed;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;

/** What is told before, during and after the check of originals. */
class VisitMessagesTest extends DatabaseTest {

    private static final String UNIT_OFFICE = "unit:" + CastSeeds.COUNTY_UNIT;

    @Autowired
    private GivenFile files;

    @Autowired
    private TellingVisits listener;

    @Autowired
    private VisitReminders reminders;

    private String file = "";

    @BeforeEach
    void in_review() {
        file = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    @Test
    void every_act_but_the_finding_is_told_to_worker_and_unit_once() {
        TellingVisits telling = AopTestUtils.getUltimateTargetObject(listener);
        long visit = visit("RECEIVED", "2023-03-20T09:00", "2023-03-28T00:00");
        for (var act : VisitAct.values()) {
            var event = new VisitActed(visit, act(visit, act));
            telling.on(event);
            telling.on(event);
        }
        var headings = List.of("现场审查已预约", "现场审查时间已改", "现场审查预约已取消", "现场审查预约已取消", "现场审查预约已取消", "原件已接收", "原件已退还");
        assertThat(told(worker())).containsExactlyElementsOf(headings);
        assertThat(told(UNIT_OFFICE)).containsExactlyElementsOf(headings);
        assertThat(sentences(worker()))
                .as("nobody's name, nobody's reason")
                .doesNotContain("陈立民", "停电")
                .contains("2023年3月20日 09:00", "YJ2023000001", "2023年3月27日 24:00");
    }

    @Test
    void who_has_to_bring_an_original_is_told_so_once() {
        assertThat(reminders.tell(clock.instant())).isZero();
        files.mark(file, java.util.Set.of("education"), "看不清", cast.actor(Cast.COUNTY), clock.instant());
        assertThat(reminders.tell(clock.instant())).isOne();
        assertThat(reminders.tell(clock.instant())).isZero();
        assertThat(told(worker())).containsExactly("请预约现场审查");
        assertThat(told(UNIT_OFFICE)).containsExactly("请预约现场审查");
    }

    @Test
    void an_appointment_is_reminded_of_from_the_first_moment_of_the_day_before_and_once() {
        visit("BOOKED", "2023-03-20T09:00", null);
        clock.set("2023-03-18T23:59:59.999");
        assertThat(reminders.tell(clock.instant())).isZero();
        clock.set("2023-03-19T00:00");
        assertThat(reminders.tell(clock.instant())).isOne();
        assertThat(reminders.tell(clock.instant())).isZero();
        assertThat(told(worker())).containsExactly("现场审查就在明天");
        assertThat(told(UNIT_OFFICE)).containsExactly("现场审查就在明天");
    }

    @Test
    void an_appointment_that_was_given_up_or_is_today_is_not_reminded_of() {
        visit("CANCELLED", "2023-03-20T09:00", null);
        clock.set("2023-03-19T08:00");
        assertThat(reminders.tell(clock.instant())).isZero();
        visit("BOOKED", "2023-03-19T15:00", null);
        assertThat(reminders.tell(clock.instant())).isZero();
    }

    @Test
    void overdue_originals_are_told_to_the_agency_and_the_one_above_once() {
        visit("COMPARED", "2023-03-20T09:00", "2023-03-28T00:00");
        clock.set("2023-03-27T23:59:59.999");
        assertThat(reminders.tell(clock.instant())).isZero();
        clock.set("2023-03-28T00:00");
        assertThat(reminders.tell(clock.instant())).isOne();
        assertThat(reminders.tell(clock.instant())).isZero();
        assertThat(told("agency:410305")).containsExactly("原件逾期未退");
        assertThat(told("agency:410300")).containsExactly("原件逾期未退");
        assertThat(sentences("agency:410300")).contains("2023年3月27日 24:00", file);
        assertThat(told(worker())).isEmpty();
    }

    private long visit(String state, String starts, @Nullable String due) {
        boolean taken = due != null;
        return jdbc.sql("""
                with slot as (
                    insert into application.visit_slot (agency, starts_at, ends_at, place, capacity, account_id, created_at)
                    values ('agency:410305', cast(:starts as timestamptz), cast(:starts as timestamptz) + interval '2 hours',
                            '二楼' || cast(:state as text), 5, 1, cast(:starts as timestamptz))
                    returning id)
                insert into application.visit (application_id, slot_id, agency, overseer, starts_at, state, receipt, due_at)
                select a.id, slot.id, 'agency:410305', 'agency:410300', cast(:starts as timestamptz), :state, :receipt, cast(:due as timestamptz)
                  from application.application a, slot where a.number = :number
                returning id
                """)
                .param("starts", Timestamp.from(at(starts)))
                .param("state", state)
                .param("receipt", taken ? "YJ2023000001" : null)
                .param("due", due == null ? null : Timestamp.from(at(due)))
                .param("number", file)
                .query(Long.class)
                .single();
    }

    private long act(long visit, VisitAct act) {
        return jdbc.sql("""
                insert into application.visit_act (visit_id, act, from_state, to_state, account_id, actor_name, role, reason, at)
                values (:visit, :act, 'BOOKED', 'BOOKED', 1, '陈立民', 'WORKER', '停电', :at) returning id
                """)
                .param("visit", visit)
                .param("act", act.name())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(Shanghai.ZONE).toInstant();
    }

    private String worker() {
        return "person:" + cast.actor(Cast.WORKER).person();
    }

    private List<String> told(String recipient) {
        return jdbc.sql("select heading from notification.message where recipient = :to order by id")
                .param("to", recipient)
                .query(String.class)
                .list();
    }

    private String sentences(String recipient) {
        return jdbc.sql("select string_agg(sentence, '') from notification.message where recipient = :to")
                .param("to", recipient)
                .query(String.class)
                .single();
    }
}

package org.gongkao.application.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.gongkao.Cast;
import org.gongkao.application.Admission;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationRegister;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.DeferralState;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 容缺后补 (notice 三(三)、(四)): kept or broken, up to the admission; no office's delay costs the worker the year. */
class DeferralFlowTest extends DeferralTest {

    private static final String UNIT = "unit:" + CastSeeds.COUNTY_UNIT;
    private static final String COUNTY = "agency:410305";

    /** Monday 3 July 9:00, and 24:00 of the fifth working day after it. */
    private static final Instant LATE = Instant.parse("2023-07-03T01:00:00Z");

    private static final Instant OWN = Instant.parse("2023-07-10T16:00:00Z");

    @Autowired
    private ApplicationRegister register;

    @Test
    void 备案后的年度考核结果在考试前上传_the_promise_is_kept_and_the_worker_admitted() {
        var number = paid();
        assertThat(register.admissible(number, clock.instant())).isInstanceOf(Admission.Promised.class);
        // Who has handed in by then is not told to hand in.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(told("person:" + worker().person())).contains("请按时补交容缺材料", "2023年6月30日 24:00"));
        handIn(number, clock.instant());
        assertThat(page(Cast.COUNTY, "/deferrals/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("审核通过");
        ending.run(BELL);
        assertThat(given.state(number)).as("the office's silence costs nothing").isEqualTo("PAID");
        judging.accept(number, promise(number).id(), cast.actor(Cast.COUNTY), DUE);
        assertThat(promise(number).state()).isEqualTo(DeferralState.KEPT);
        ending.run(BELL.plus(Duration.ofDays(1)));
        assertThat(register.admissible(number, DUE)).isInstanceOf(Admission.Admitted.class);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(told("person:" + worker().person())).contains("容缺材料已补交", "容缺材料审核通过");
            assertThat(told(COUNTY)).contains("有补交的容缺材料待审核");
            assertThat(told(UNIT)).contains("申报人的容缺材料审核通过");
        });
    }

    @Test
    void what_is_not_there_in_time_ends_the_file_once_and_worker_and_unit_are_told() {
        var number = paid();
        ending.run(BELL.minusMillis(1));
        assertThat(given.state(number)).isEqualTo("PAID");
        ending.run(BELL);
        ending.run(BELL);
        assertThat(register.admissible(number, DUE)).isEqualTo(new Admission.Ended(ApplicationState.FORFEITED));
        assertThat(jdbc.sql("select count(*) from application.act where act = 'FORFEIT'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(told("person:" + worker().person())).contains("容缺材料未补，不能参加考核");
            assertThat(told(UNIT)).contains("申报人容缺未补");
        });
        assertThat(page(Cast.WORKER, "/application")).hasStatusOk().bodyText().contains("到期未补交");
        assertThat(deferrals.hasBroken(worker().person())).isTrue();
        refused(ApplicationRefusal.PROMISE_NOT_OPEN, () -> handIn(number, DUE.minusMillis(1)));
    }

    @Test
    void a_request_that_arrived_before_the_date_counts_however_long_the_upload_took() {
        var number = paid();
        ending.run(BELL.minusSeconds(1));
        refused(ApplicationRefusal.PROMISE_NOT_OPEN, () -> handIn(number, DUE));
        handIn(number, DUE.minusMillis(1));
        ending.run(BELL.plus(Duration.ofDays(3)));
        assertThat(promise(number).state()).isEqualTo(DeferralState.HANDED_IN);
        assertThat(given.state(number)).isEqualTo("PAID");
    }

    @Test
    void what_the_agency_refuses_can_come_again_until_the_date_and_then_ends_the_file() {
        var number = paid();
        handIn(number, clock.instant());
        var county = cast.actor(Cast.COUNTY);
        assertThat(post(
                        Cast.COUNTY,
                        "/deferrals/" + number + "/" + promise(number).id() + "/judgement",
                        "act",
                        "refuse"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明不通过的理由");
        judging.refuse(number, promise(number).id(), "没有备案章", county, clock.instant());
        assertThat(page(Cast.WORKER, "/deferrals/" + number))
                .bodyText()
                .contains("没有备案章", "2023年6月30日 24:00", "补交")
                .doesNotContain("顺延");
        refused(
                ApplicationRefusal.PROMISE_NOT_OPEN,
                () -> judging.accept(number, promise(number).id(), county, clock.instant()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(told("person:" + worker().person())).contains("补交的材料没有通过");
            assertThat(told(UNIT)).contains("申报人补交的材料没有通过");
        });
        ending.run(BELL);
        assertThat(given.state(number)).isEqualTo("FORFEITED");
    }

    @Test
    void what_came_in_time_and_is_refused_after_the_date_leaves_the_days_of_a_late_file() {
        var number = paid();
        handIn(number, DUE.minusSeconds(60));
        judging.refuse(number, promise(number).id(), "没有备案章", cast.actor(Cast.COUNTY), LATE);
        assertThat(promise(number).dueAt()).isEqualTo(OWN);
        clock.set(LATE);
        assertThat(page(Cast.WORKER, "/deferrals/" + number)).bodyText().contains("2023年7月10日 24:00", "已按规定顺延");
        ending.run(OWN.minusMillis(1));
        assertThat(given.state(number)).as("the year's date does not win back").isEqualTo("PAID");
        handIn(number, OWN.minusMillis(1));
        judging.accept(number, promise(number).id(), cast.actor(Cast.COUNTY), OWN);
        assertThat(register.admissible(number, OWN)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void who_uses_the_days_of_a_late_file_for_nothing_is_ended_all_the_same() {
        var number = paid();
        handIn(number, DUE.minusSeconds(60));
        judging.refuse(number, promise(number).id(), "没有备案章", cast.actor(Cast.COUNTY), LATE);
        ending.run(OWN.plus(EndingPromises.SLOWEST_UPLOAD));
        assertThat(given.state(number)).isEqualTo("FORFEITED");
    }

    @Test
    void a_file_approved_after_the_date_still_has_days_to_hand_in() {
        var number = approved(LATE);
        ending.run(LATE.plus(Duration.ofDays(1)));
        assertThat(given.state(number)).isEqualTo("PAYMENT_DUE");
        assertThat(promise(number).dueAt()).isEqualTo(OWN);
        clock.set(LATE.plusSeconds(60));
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("补交", "2023年7月10日 24:00");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(told("person:" + worker().person())).contains("请按时补交容缺材料", "2023年7月10日 24:00"));
        handIn(number, OWN.minusMillis(1));
        assertThat(promise(number).state()).isEqualTo(DeferralState.HANDED_IN);
    }

    @Test
    void an_amendment_moves_what_stands_in_both_directions_and_never_behind_an_own_date() {
        var number = paid();
        amended("deferral.due", "2023-07-15 00:00:00", 1);
        ending.run(clock.instant());
        assertThat(promise(number).dueAt()).isEqualTo(Instant.parse("2023-07-14T16:00:00Z"));
        amended("deferral.due", "2023-06-10 00:00:00", 2);
        ending.run(clock.instant());
        assertThat(promise(number).dueAt()).isEqualTo(Instant.parse("2023-06-09T16:00:00Z"));
        deferrals.giveUntil(promise(number), OWN);
        ending.run(clock.instant());
        assertThat(promise(number).dueAt()).isEqualTo(OWN);
    }

    @Test
    void a_text_of_liability_that_was_changed_since_it_was_shown_is_not_promised() {
        var number = draft();
        var shown = shown();
        amended("deferral.liability", "到期未补交的，不能参加今年考核，并通报所在单位。", 1);
        assertThat(post(
                        Cast.WORKER,
                        "/application/materials/APPRAISAL/promise",
                        "liability.APPRAISAL",
                        "true",
                        "shown",
                        shown))
                .hasStatus(409)
                .bodyText()
                .contains("刚刚有调整", "并通报所在单位");
        assertThat(deferrals.of(file(number))).isEmpty();
        assertThat(promising("APPRAISAL", "liability.APPRAISAL", "true")).hasStatus3xxRedirection();
        assertThat(promise(number).liability()).contains("并通报所在单位");
    }

    @Test
    void a_promise_is_refused_without_the_liability_for_other_kinds_and_for_who_broke_one() {
        var number = draft();
        assertThat(promising("APPRAISAL")).hasStatus(422).bodyText().contains("请先阅读责任告知");
        jdbc.sql("update application.material set removed_at = added_at where kind = 'ID_CARD'")
                .update();
        assertThat(promising("ID_CARD", "liability.ID_CARD", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("不能容缺后补");
        assertThat(deferrals.of(file(number))).isEmpty();
        jdbc.sql("""
                insert into application.promise (application_id, person_id, kind, label, liability, due_at, state, promised_at)
                select id, person_id, 'OTHER', '材料', '告知', now(), 'BROKEN', now() from application.application
                """).update();
        assertThat(promising("APPRAISAL", "liability.APPRAISAL", "true"))
                .hasStatus(409)
                .bodyText()
                .contains("到期没有补交");
    }

    /** By two administrators, in force at once. */
    private void amended(String field, String after, int amendment) {
        assertThat(post(
                        Cast.ADMINISTRATOR,
                        "/administration/cycles/1/amendment",
                        "documentNumber",
                        "洛人社函〔2023〕" + amendment + "号",
                        "reason",
                        "考试安排调整",
                        "region",
                        "410300",
                        "wantedFrom",
                        "",
                        "field-0",
                        field,
                        "after-0",
                        after))
                .hasStatus(302);
        assertThat(post(
                        Cast.SECOND_ADMINISTRATOR,
                        "/administration/cycles/amendments/" + amendment + "/confirmation",
                        "seen",
                        "0"))
                .hasStatus(302);
    }
}

package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.Executors;
import org.gongkao.Cast;
import org.gongkao.application.Admission;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.ChargeState;
import org.gongkao.sanction.SanctionImposed;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** 填报虚假信息材料的，取消当年申报资格，两年内禁止再次申报 (考务通知 八（三）): what a decision does to the year's file. */
class SanctionedApplicationFlowTest extends DecidedFlowTest {

    private static final String DECISION = "洛人社工考〔2023〕5号";

    @Autowired
    private FailedEventPublications failed;

    /** A decision in force from now for two years; heard of only when it is told. */
    private long decided() {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                insert into sanction.sanction (number, person_id, agency_code, superior_code, package_id, year, filed_on, material,
                       facts, clause, state, handled_by, answer_until, decision, barred_from, barred_until, opened_at)
                select '2023031500001', :person, '410305', '410300', min(id), 2023, date '2023-03-12', '证书', '查无此证', '八（三）',
                       'IMPOSED', 1, :now, :decision, :now, :until, :now
                  from cycle.year_package
                returning id
                """)
                .param("person", worker().person())
                .param("now", now)
                .param("decision", DECISION)
                .param(
                        "until",
                        Timestamp.from(LocalDateTime.parse("2025-04-04T00:00:00")
                                .atZone(Shanghai.ZONE)
                                .toInstant()))
                .query(Long.class)
                .single();
    }

    private void decidedAndTold() {
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionImposed(decided())));
    }

    private void awaitCancelled(String number) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(files.state(number)).isEqualTo("CANCELLED"));
    }

    @Test
    void 取消当年申报资格_and_worker_unit_and_holder_are_told() {
        var number = inReview();
        decidedAndTold();
        awaitCancelled(number);
        assertThat(page(Cast.WORKER, "/application"))
                .hasStatusOk()
                .bodyText()
                .contains("今年的申报已取消", "取消申报", DECISION, "资格审查：已取消")
                .doesNotContain("选择等级和工种");
        assertThat(page(Cast.COUNTY, "/reviews?desk=all")).bodyText().contains(number, "已取消");
        assertThat(page(Cast.COUNTY, "/reviews?desk=mine")).bodyText().doesNotContain(number);
        assertThat(register.admissible(number, clock.instant()))
                .isEqualTo(new Admission.Ended(ApplicationState.CANCELLED));
        await().untilAsserted(() -> {
            assertThat(told("person:" + worker().person())).contains("申报已取消");
            assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("申报已取消");
            assertThat(told("agency:410305")).contains("申报已取消");
        });
        assertThat(post(Cast.WORKER, "/application/choice", "level", "3", "occupation", "S0203", "version", "3/S0201"))
                .as("one a year")
                .hasStatus(409);
    }

    @Test
    void told_twice_it_takes_nothing_more_away() {
        var number = inReview();
        decidedAndTold();
        awaitCancelled(number);
        var id = jdbc.sql("select id from sanction.sanction").query(Long.class).single();
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionImposed(id)));
        await().until(() -> jdbc.sql("select count(*) from event_publication where completion_date is null")
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(jdbc.sql("select count(*) from application.act where act = 'CANCEL'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whoever_is_barred_cannot_begin_and_reads_until_when_by_which_decision_and_where_to_appeal() {
        decided();
        assertThat(post(Cast.WORKER, "/application/choice", "level", "3", "occupation", "S0203"))
                .hasStatus(409)
                .bodyText()
                .contains("2025年4月3日 24:00", DECISION, "行政复议");
        assertThat(page(Cast.WORKER, "/application"))
                .hasStatusOk()
                .bodyText()
                .contains("禁止申报期内", DECISION)
                .doesNotContain("开始申报");
        assertThat(page(Cast.WORKER, "/inbox")).as("the account stays open").hasStatusOk();
    }

    @Test
    void no_tier_approves_and_nobody_hands_in_or_pays_while_the_bar_holds() {
        var number = inReview();
        clock.set("2023-04-08T09:00:00");
        decided();
        refused(
                ApplicationRefusal.APPLICANT_BARRED,
                () -> files.approve(number, cast.actor(Cast.COUNTY), clock.instant()));
        assertThat(charges.lookUp(number)).isEmpty();
    }

    @Test
    void a_file_that_was_taken_back_is_not_handed_in_again_while_the_bar_holds() {
        var number = acts.handedIn(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        acts.recall(number, 1, worker(), clock.instant());
        decided();
        refused(ApplicationRefusal.BARRED, () -> acts.submit(number, 2, worker(), clock.instant()));
    }

    @Test
    void an_open_charge_is_refused_at_once_and_ended_when_the_decision_is_heard() {
        clock.set("2023-04-08T09:00:00");
        var number = inReview();
        files.approve(number, cast.actor(Cast.COUNTY), clock.instant());
        var id = decided();
        var pay = charges.find(number).path() + "/pay";
        assertThat(post(Cast.WORKER, pay, "channel", "WECHAT"))
                .hasStatus(409)
                .bodyText()
                .contains(DECISION);
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.OPEN);
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionImposed(id)));
        awaitCancelled(number);
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.CANCELLED);
    }

    @Test
    void a_paid_line_leaves_the_roster_and_the_frozen_one_shows_the_difference() {
        clock.set("2023-04-08T09:00:00");
        var number = files.paid(worker(), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        assertThat(register.admissible(number, clock.instant())).isEqualTo(new Admission.Admitted());
        freeze();
        var id = decided();
        assertThat(register.admissible(number, clock.instant())).isInstanceOf(Admission.Barred.class);
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionImposed(id)));
        awaitCancelled(number);
        for (var reader : new String[] {Cast.UNIT, Cast.COUNTY}) {
            var path = reader.equals(Cast.UNIT) ? "/roster" : "/rosters/" + CastSeeds.COUNTY_UNIT;
            assertThat(page(reader, path)).hasStatusOk().bodyText().contains("定稿以后的变动", "移出人员", number);
        }
        assertThat(told("person:" + worker().person())).doesNotContain("退款");
    }

    /** The submission has read «not barred» and is not committed when the decision is: its hearer waits, fails, and is told again. */
    @Test
    void a_submission_that_looked_just_before_the_decision_is_caught_by_it() {
        var now = clock.instant();
        var number = acts.handedIn(worker(), CastSeeds.COUNTY_UNIT, now);
        acts.recall(number, 1, worker(), now);
        var person = worker();
        try (var decision = Executors.newSingleThreadExecutor()) {
            transactions.executeWithoutResult(status -> {
                acts.submit(number, 2, person, now);
                decision.submit(this::decidedAndTold);
                awaitWaiting();
            });
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            failed.resubmit(ResubmissionOptions.defaults());
            assertThat(files.state(number)).isEqualTo("CANCELLED");
        });
        assertThat(jdbc.sql("select act from application.act order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("CANCEL", "SUBMIT");
    }

    /** Until the listener, which still sees a draft, stands before the row that the submission has written. */
    private void awaitWaiting() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
    }
}

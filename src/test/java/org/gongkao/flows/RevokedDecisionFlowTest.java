package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.gongkao.Cast;
import org.gongkao.application.Admission;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.SystemActs;
import org.gongkao.application.deferral.DeferralActs;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.ChargeState;
import org.gongkao.sanction.Bar;
import org.gongkao.sanction.Imposed;
import org.gongkao.sanction.Revoked;
import org.gongkao.sanction.SanctionImposed;
import org.gongkao.sanction.SanctionRevoked;
import org.gongkao.sanction.Sanctions;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 取消当年申报资格 (考务通知 八（三）), and the way of appeal: a decision that is revoked gives back what it took, before the windows end and after all of them. */
class RevokedDecisionFlowTest extends DecidedFlowTest {

    private static final String DECISION = "洛人社工考〔2023〕5号";
    private static final String OTHER = "洛人社工考〔2023〕6号";
    private static final String LONG_AFTER = "2023-06-01T10:00:00";

    /** Five working days after the revocation of 1 June, to the second. */
    private static final String BELL = "2023-06-09T00:00:00";

    @Autowired
    private SystemActs system;

    @Autowired
    private DeferralActs promises;

    @Autowired
    private Applications applications;

    @Autowired
    private Sanctions sanctions;

    private Actor county() {
        return cast.actor(Cast.COUNTY);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }

    private String decidedUnheard() {
        add("2023031500001", DECISION, 2023);
        return "2023031500001";
    }

    /** A decision in force from now, told to whoever hears of it; what it does to the file is awaited. */
    private String decided(String document, int year) {
        var number = "20230315" + (document.equals(DECISION) ? "00001" : "00002");
        transactions.executeWithoutResult(
                status -> events.publishEvent(new SanctionImposed(add(number, document, year))));
        allHeard();
        return number;
    }

    private long add(String number, String document, int year) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        insert into sanction.sanction (number, person_id, agency_code, superior_code, package_id, year, filed_on,
                               material, facts, clause, state, handled_by, answer_until, decision, barred_from, barred_until, opened_at)
                        select :number, :person, '410305', '410300', min(id), :year, date '2023-03-12', '证书', '查无此证', '八（三）',
                               'IMPOSED', 1, :now, :decision, :now, :until, :now
                          from cycle.year_package
                        returning id
                        """)
                .param("number", number)
                .param("person", worker().person())
                .param("year", year)
                .param("now", now)
                .param("decision", document)
                .param("until", Timestamp.from(at("2025-04-04T00:00:00")))
                .query(Long.class)
                .single();
    }

    private void allHeard() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(*) from event_publication where completion_date is null")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private String cancelled(String number) {
        var sanction = decided(DECISION, 2023);
        assertThat(files.state(number)).isEqualTo("CANCELLED");
        return sanction;
    }

    private void act(String who, String sanction, String act) {
        var version = jdbc.sql("select version from sanction.sanction where number = :number")
                .param("number", sanction)
                .query(String.class)
                .single();
        assertThat(post(
                        who,
                        "/sanctions/" + sanction,
                        "act",
                        act,
                        "version",
                        version,
                        "reason",
                        "行政复议决定撤销",
                        "document",
                        "豫政复决〔2023〕9号",
                        "end",
                        "2024-01-31"))
                .hasStatus3xxRedirection();
    }

    /** By two people of the two agencies, through the pages. */
    private void revoked(String sanction) {
        act(Cast.COUNTY, sanction, "PROPOSE_REVOCATION");
        act(Cast.CITY, sanction, "REVOKE");
        allHeard();
    }

    private int reinstatements() {
        return jdbc.sql("select count(*) from application.act where act = 'REINSTATE'")
                .query(Integer.class)
                .single();
    }

    private int version(String number) {
        return applications.get(number, Actor.SYSTEM).version();
    }

    @Test
    void revoked_before_the_windows_end_the_file_goes_on_where_it_was_and_everybody_is_told() {
        var number = inReview();
        clock.set("2023-03-20T09:00:00");
        var sanction = cancelled(number);
        assertThat(page(Cast.COUNTY, "/sanctions/" + sanction))
                .bodyText()
                .contains("撤销处理决定的后果", "自动恢复到取消前的状态", "另给 5 个工作日", "另有生效处理决定的，不恢复");
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("决定撤销后，申报自动恢复");
        clock.set("2023-03-22T09:00:00");
        revoked(sanction);
        assertThat(files.state(number)).isEqualTo("IN_REVIEW");
        assertThat(page(Cast.WORKER, "/application"))
                .hasStatusOk()
                .bodyText()
                .contains("处理决定已撤销，申报已恢复", "恢复申报", DECISION + " 已撤销", "2023年3月20日 09:00 取消前的状态：审核中");
        assertThat(page(Cast.WORKER, "/hearing/" + sanction)).bodyText().contains("处理决定已撤销，不影响您申报", "已缴的费用不重复收取");
        assertThat(page(Cast.COUNTY, "/reviews?desk=mine")).bodyText().contains(number);
        assertThat(told("person:" + worker().person())).contains("申报已恢复", number);
        assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("申报已恢复");
        assertThat(told("agency:410305")).contains("申报已恢复");
        assertThat(jdbc.sql("select count(*) from audit.line where act = '恢复申报' and subject = :file")
                        .param("file", "application:" + number)
                        .query(Integer.class)
                        .single())
                .isOne();
        files.approve(number, county(), clock.instant());
        assertThat(page(Cast.WORKER, "/application"))
                .as("the year's bell, and nothing shorter")
                .bodyText()
                .contains("2023年4月14日 24:00")
                .doesNotContain("申报已恢复。");
    }

    @Test
    void told_twice_it_gives_nothing_back_a_second_time() {
        var number = inReview();
        revoked(cancelled(number));
        var id = jdbc.sql("select id from sanction.sanction").query(Long.class).single();
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionRevoked(id)));
        allHeard();
        assertThat(reinstatements()).isOne();
        transactions.executeWithoutResult(status -> events.publishEvent(new SanctionImposed(id)));
        allHeard();
        assertThat(files.state(number)).as("nor is it taken again").isEqualTo("IN_REVIEW");
    }

    @Test
    void revoked_after_all_windows_an_office_has_days_of_its_own_and_the_worker_after_it() {
        var number = inReview();
        var sanction = cancelled(number);
        clock.set(LONG_AFTER);
        revoked(sanction);
        files.sendBack(number, Set.of("choice"), county(), at("2023-06-02T10:00:00"));
        assertThat(files.state(number)).isEqualTo("RETURNED");
        system.endOfDay(at("2023-06-08T23:59:59"));
        assertThat(files.state(number)).isEqualTo("RETURNED");
        system.endOfDay(at(BELL));
        assertThat(files.state(number)).isEqualTo("LAPSED");
    }

    @Test
    void revoked_after_all_windows_an_approval_still_leaves_days_to_pay() {
        var number = inReview();
        var sanction = cancelled(number);
        clock.set(LONG_AFTER);
        revoked(sanction);
        clock.set("2023-06-08T10:00:00");
        files.approve(number, county(), clock.instant());
        assertThat(charges.find(number).deadline()).isEqualTo(at("2023-06-16T00:00:00"));
    }

    @Test
    void revoked_after_all_windows_a_returned_file_is_corrected_until_its_own_date_and_lapses_at_it() {
        var number = inReview();
        files.sendBack(number, Set.of("choice"), county(), clock.instant());
        var sanction = cancelled(number);
        clock.set(LONG_AFTER);
        system.endOfDay(clock.instant());
        revoked(sanction);
        assertThat(told("person:" + worker().person())).contains("申报已恢复，请按时办理", "2023年6月8日 24:00");
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("2023年6月8日 24:00", "退回修改");
        system.endOfDay(at(BELL).minusMillis(1));
        assertThat(files.state(number)).isEqualTo("RETURNED");
        system.endOfDay(at(BELL));
        assertThat(files.state(number)).isEqualTo("LAPSED");
    }

    @Test
    void revoked_after_all_windows_a_draft_is_handed_in_until_its_own_date_and_the_unit_has_time_to_look() {
        var number = acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        var sanction = cancelled(number);
        clock.set(LONG_AFTER);
        revoked(sanction);
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("填写申报", "2023年6月8日 24:00");
        system.endOfDay(at(BELL).minusMillis(1));
        refused(ApplicationRefusal.WINDOW_CLOSED, () -> acts.submit(number, version(number), worker(), at(BELL)));
        acts.submit(number, version(number), worker(), at(BELL).minusMillis(1));
        var progress = applications.get(number, Actor.SYSTEM).progress();
        assertThat(progress.own().reviewUntil()).isEqualTo(at("2023-06-16T00:00:00"));
        assertThat(progress.own().correctionUntil()).isEqualTo(at("2023-06-27T00:00:00"));
    }

    @Test
    void a_draft_that_is_given_back_and_not_handed_in_lapses_at_its_own_date() {
        var number = acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        var sanction = cancelled(number);
        clock.set(LONG_AFTER);
        revoked(sanction);
        system.endOfDay(at(BELL));
        assertThat(files.state(number)).isEqualTo("LAPSED");
    }

    @Test
    void revoked_after_all_windows_the_charge_that_ended_with_it_is_paid_until_its_own_date() {
        clock.set("2023-04-08T09:00:00");
        var number = inReview();
        files.approve(number, county(), clock.instant());
        var sanction = cancelled(number);
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.CANCELLED);
        clock.set(LONG_AFTER);
        assertThat(post(Cast.WORKER, charges.find(number).path() + "/pay", "channel", "WECHAT"))
                .as("not while it is cancelled")
                .hasStatus(409);
        revoked(sanction);
        assertThat(files.state(number)).isEqualTo("PAYMENT_DUE");
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.OPEN);
        assertThat(charges.find(number).deadline()).isEqualTo(at(BELL));
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("审查通过，等您缴费", "2023年6月8日 24:00");
        assertThat(page(Cast.WORKER, charges.find(number).path()))
                .hasStatusOk()
                .bodyText()
                .contains("待缴费");
        system.endOfDay(at(BELL).minusMillis(1));
        assertThat(files.state(number)).isEqualTo("PAYMENT_DUE");
        system.endOfDay(at(BELL));
        assertThat(files.state(number)).isEqualTo("LAPSED");
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.LAPSED);
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("今年的申报已失效", "审查已通过，没有在截止前缴费");
    }

    @Test
    void what_was_paid_stays_paid_and_nobody_is_asked_for_it_again() {
        clock.set("2023-04-08T09:00:00");
        var number = inReview();
        files.approve(number, county(), clock.instant());
        settled(number);
        system.paid(number, clock.instant());
        freeze();
        var sanction = cancelled(number);
        assertThat(page(Cast.UNIT, "/roster")).bodyText().contains("移出人员");
        clock.set(LONG_AFTER);
        revoked(sanction);
        assertThat(files.state(number)).isEqualTo("PAID");
        assertThat(charges.find(number).state()).isEqualTo(ChargeState.SETTLED);
        assertThat(post(Cast.WORKER, charges.find(number).path() + "/pay", "channel", "WECHAT"))
                .hasStatus(409);
        assertThat(register.admissible(number, clock.instant())).isEqualTo(new Admission.Admitted());
        assertThat(page(Cast.UNIT, "/roster"))
                .as("the frozen roster says what stands")
                .hasStatusOk()
                .bodyText()
                .contains(number)
                .doesNotContain("移出人员");
        assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("申报已恢复");
        assertThat(jdbc.sql("select count(*) from payment.charge")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_rejected_file_can_be_objected_to_and_an_objection_goes_on_before_the_city() {
        var number = inReview();
        files.reject(number, "年限不足", "豫人社工考〔2013〕1号", county(), clock.instant());
        var sanction = cancelled(number);
        clock.set(LONG_AFTER);
        revoked(sanction);
        assertThat(files.state(number)).isEqualTo("REJECTED");
        assertThat(told("person:" + worker().person())).contains("2023年6月8日 24:00");
        acts.object(number, version(number), "工龄有档案可查", worker(), at(BELL).minusMillis(1));
        var second = decided(OTHER, 2023);
        assertThat(files.state(number)).isEqualTo("CANCELLED");
        revoked(second);
        assertThat(files.state(number)).isEqualTo("OBJECTED");
        assertThat(page(Cast.CITY, "/reviews?desk=objections")).bodyText().contains(number);
        assertThat(told("agency:410300")).contains("申报已恢复");
    }

    /** The round had not come by when the decision did: the bell had rung all the same. The clock stands still, so that no round does. */
    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "RETURNED", "PAYMENT_DUE", "REJECTED"})
    void what_had_run_out_by_itself_before_the_decision_has_run_out_all_the_same(String state) {
        var number = standing(state);
        var bar = new Bar(DECISION, at("2023-05-20T09:00:00"), at("2025-04-04T00:00:00"));
        system.taken(new Imposed(worker().person(), 2023, bar), bar.from());
        assertThat(files.state(number)).isEqualTo("CANCELLED");
        system.givenBack(new Revoked(worker().person(), DECISION, List.of()), at(LONG_AFTER));
        assertThat(files.state(number)).isEqualTo(state);
        system.endOfDay(at(LONG_AFTER));
        assertThat(files.state(number)).isEqualTo(state.equals("REJECTED") ? "REJECTED_FINALLY" : "LAPSED");
    }

    private String standing(String state) {
        if (state.equals("DRAFT")) {
            return acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        }
        var number = inReview();
        switch (state) {
            case "RETURNED" -> files.sendBack(number, Set.of("choice"), county(), clock.instant());
            case "PAYMENT_DUE" -> files.approve(number, county(), clock.instant());
            default -> files.reject(number, "年限不足", "豫人社工考〔2013〕1号", county(), clock.instant());
        }
        return number;
    }

    @Test
    void while_another_decision_stands_the_file_stays_cancelled_and_comes_back_with_the_last() {
        var number = inReview();
        var first = cancelled(number);
        var second = decided(OTHER, 2023);
        revoked(first);
        assertThat(files.state(number)).isEqualTo("CANCELLED");
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("今年的申报已取消");
        revoked(second);
        assertThat(files.state(number)).isEqualTo("IN_REVIEW");
        assertThat(reinstatements()).isOne();
    }

    @Test
    void a_bar_from_another_year_that_still_runs_holds_the_file_back_too() {
        var number = inReview();
        var first = cancelled(number);
        decided(OTHER, 2022);
        revoked(first);
        assertThat(files.state(number)).isEqualTo("CANCELLED");
    }

    @Test
    void what_is_only_proposed_or_sent_back_or_corrected_gives_nothing_back() {
        var number = inReview();
        var sanction = cancelled(number);
        act(Cast.COUNTY, sanction, "PROPOSE_REVOCATION");
        allHeard();
        assertThat(files.state(number)).isEqualTo("CANCELLED");
        act(Cast.CITY, sanction, "SEND_BACK");
        act(Cast.COUNTY, sanction, "PROPOSE_CORRECTION");
        act(Cast.CITY, sanction, "CORRECT");
        allHeard();
        assertThat(files.state(number))
                .as("a shorter bar is a bar: the year stays cancelled")
                .isEqualTo("CANCELLED");
        assertThat(reinstatements()).isZero();
    }

    /** The decision is being carried out when it is revoked: who hears of the revocation waits, and gives back what was taken. */
    @Test
    void a_decision_and_its_revocation_are_carried_out_one_after_the_other() {
        var number = inReview();
        var sanction = decidedUnheard();
        var id = jdbc.sql("select id from sanction.sanction").query(Long.class).single();
        try (var appeal = Executors.newSingleThreadExecutor()) {
            transactions.executeWithoutResult(status -> {
                var decision = sanctions.inForce(id).orElseThrow();
                appeal.submit(() -> revoked(sanction));
                await().atMost(Duration.ofSeconds(15))
                        .until(() ->
                                jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                                .query(Integer.class)
                                                .single()
                                        > 0);
                system.taken(decision, clock.instant());
            });
        }
        allHeard();
        assertThat(jdbc.sql("select act from application.act order by id")
                        .query(String.class)
                        .list())
                .containsExactly("CANCEL", "REINSTATE");
        assertThat(files.state(number)).isEqualTo("IN_REVIEW");
    }

    @Test
    void nobody_gives_a_file_back_by_hand() {
        var number = inReview();
        cancelled(number);
        for (var who : new String[] {Cast.COUNTY, Cast.CITY}) {
            assertThat(post(who, "/reviews/" + number, "version", "" + version(number), "act", "reinstate"))
                    .as(who)
                    .hasStatus(409);
        }
        assertThat(page(Cast.COUNTY, "/reviews/" + number))
                .bodyText()
                .contains("已取消")
                .doesNotContain("value=\"approve\"");
        assertThat(files.state(number)).isEqualTo("CANCELLED");
    }

    @Test
    void a_file_of_a_year_that_is_over_is_not_run_again() {
        var number = inReview();
        var sanction = cancelled(number);
        jdbc.sql("update application.application set year = 2022 where number = :number")
                .param("number", number)
                .update();
        revoked(sanction);
        assertThat(files.state(number)).isEqualTo("CANCELLED");
    }

    /** 容缺后补: the date went by while nothing could be handed in. */
    @Test
    void a_promise_that_was_not_due_when_the_file_was_taken_has_days_of_its_own() {
        clock.set("2023-04-08T09:00:00");
        var number = files.paid(worker(), CastSeeds.COUNTY_UNIT, county(), clock.instant());
        promise(number, "2023-07-01T00:00:00");
        var sanction = cancelled(number);
        clock.set("2023-07-10T09:00:00");
        promises.endedAfter(clock.instant());
        assertThat(files.state(number)).isEqualTo("CANCELLED");
        revoked(sanction);
        promises.endedAfter(clock.instant());
        assertThat(files.state(number)).isEqualTo("PAID");
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("补交", "2023年7月17日 24:00");
        promises.endedAfter(at("2023-07-18T00:00:00"));
        assertThat(files.state(number)).isEqualTo("FORFEITED");
    }

    @Test
    void a_promise_that_was_overdue_when_the_file_was_taken_is_broken_all_the_same() {
        clock.set("2023-04-08T09:00:00");
        var number = files.paid(worker(), CastSeeds.COUNTY_UNIT, county(), clock.instant());
        promise(number, "2023-07-01T00:00:00");
        clock.set("2023-07-01T00:00:00");
        var sanction = cancelled(number);
        clock.set("2023-07-10T09:00:00");
        revoked(sanction);
        promises.endedAfter(clock.instant());
        assertThat(files.state(number)).isEqualTo("FORFEITED");
    }

    private void promise(String number, String due) {
        jdbc.sql("""
                insert into application.promise (application_id, person_id, kind, label, liability, due_at, promised_at)
                select id, person_id, 'APPRAISAL', '年度考核表', '到期未补交的，不能参加考核', :due, :now
                  from application.application where number = :number
                """)
                .param("number", number)
                .param("due", Timestamp.from(at(due)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void settled(String number) {
        jdbc.sql("update payment.charge set state = 'SETTLED', settled_at = :now where purpose_key = :number")
                .param("number", number)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

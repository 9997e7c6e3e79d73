package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Moving;
import org.gongkao.application.Progress;
import org.gongkao.application.Promise;
import org.gongkao.application.Promise.Pace;
import org.gongkao.application.Promises;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.Reviewing.Found;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 审查工作按承诺时限完成 (notice 三): five working days a tier, from when the file came, without the days it was with the worker. */
class PromisedTimeFlowTest extends DatabaseTest {

    @Autowired
    Applications applications;

    @Autowired
    ItemFindings findings;

    @Autowired
    WorkerActs worker;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Moving moving;

    @Autowired
    Promises promises;

    @Autowired
    GivenFile given;

    @Autowired
    Cycles cycles;

    @BeforeEach
    void a_wednesday() {
        clock.set("2023-03-15T10:00:00");
    }

    @Test
    void the_day_of_arrival_and_the_weekend_do_not_count_and_the_pace_is_told_at_50_80_and_100_percent() {
        var number = submitted();
        assertThat(Shanghai.deadline(promise(number).due())).contains("3月22日");
        assertThat(promise(number).pace()).isEqualTo(Pace.FIRST_HALF);
        clock.set("2023-03-19T23:00:00");
        assertThat(promise(number).used()).isEqualTo(2);
        assertThat(promise(number).pace()).isEqualTo(Pace.FIRST_HALF);
        clock.set("2023-03-20T00:00:00");
        assertThat(promise(number).pace()).isEqualTo(Pace.SECOND_HALF);
        clock.set("2023-03-21T00:00:00");
        assertThat(promise(number).pace()).isEqualTo(Pace.DUE_SOON);
        clock.set("2023-03-22T23:59:59.999");
        assertThat(promise(number).pace()).isEqualTo(Pace.DUE_SOON);
        clock.set("2023-03-23T00:00:00");
        assertThat(promise(number).pace()).isEqualTo(Pace.LATE);
    }

    @Test
    void the_promise_rests_while_the_file_is_with_the_worker_and_goes_on_where_it_stopped() {
        var number = submitted();
        clock.set("2023-03-17T10:00:00");
        sendBack(number);
        clock.set("2023-03-24T10:00:00");
        assertThat(promises.of(file(number), cycles.current(clock.instant()), timing(number), clock.instant()))
                .isEmpty();
        submit(number);
        assertThat(promise(number).used()).isEqualTo(2);
        assertThat(promise(number).total()).isEqualTo(5);
        assertThat(Shanghai.deadline(promise(number).due())).contains("3月29日");
    }

    @Test
    void who_gets_a_file_back_with_the_time_used_up_has_one_working_day_left() {
        var number = submitted();
        clock.set("2023-03-23T10:00:00");
        sendBack(number);
        clock.set("2023-03-24T10:00:00");
        submit(number);
        assertThat(promise(number).pace()).isNotEqualTo(Pace.LATE);
        assertThat(Shanghai.deadline(promise(number).due())).contains("3月27日");
    }

    @Test
    void the_notices_window_ends_the_promise_where_it_comes_first() {
        clock.set("2023-04-06T10:00:00");
        var number = given.inReview(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, actor(Cast.COUNTY), clock.instant());
        assertThat(promise(number).due()).isEqualTo(timing(number).reviewEnd());
        assertThat(Shanghai.deadline(promise(number).due())).contains("4月10日");
    }

    @Test
    void a_date_given_to_an_overdue_unit_is_not_cut_short_by_the_promise_that_failed() {
        var number = submitted();
        clock.set("2023-04-04T00:00:00");
        var until = clock.instant().plus(Duration.ofDays(3));
        reviewing.remind(number, version(number), until, "请尽快审核", actor(Cast.COUNTY), clock.instant());
        assertThat(promise(number).due()).isEqualTo(until);
        assertThat(list("late", Cast.UNIT)).bodyText().doesNotContain(number);
    }

    @Test
    void the_worker_reads_the_day_and_once_it_has_passed_that_it_has() {
        var number = submitted();
        assertThat(home()).bodyText().contains("2023年3月22日", "预计在这之前审完");
        clock.set("2023-03-23T00:00:00");
        assertThat(home()).bodyText().contains("已超过承诺时限").doesNotContain("预计在这之前审完");
        assertThat(promise(number).pace()).isEqualTo(Pace.LATE);
    }

    @Test
    void the_queue_tells_the_pace_in_a_word_and_the_list_of_breaches_begins_with_the_first_instant_after() {
        var number = submitted();
        clock.set("2023-03-22T23:59:59.999");
        assertThat(list("mine", Cast.UNIT)).bodyText().contains("将到期，应于 ");
        assertThat(list("late", Cast.UNIT)).bodyText().doesNotContain(number);
        clock.set("2023-03-23T00:00:00");
        assertThat(list("mine", Cast.UNIT)).bodyText().contains("超期，应于 ");
        assertThat(list("late", Cast.UNIT)).bodyText().contains(number);
        assertThat(mvc.get().uri("/reviews/export?desk=late").with(cast.as(Cast.UNIT)))
                .hasStatusOk();
    }

    @Test
    void a_broken_promise_is_seen_by_the_city_above_and_not_by_another_county() {
        var number = given.inReview(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, actor(Cast.COUNTY), clock.instant());
        clock.set("2023-03-25T10:00:00");
        assertThat(list("late", Cast.COUNTY)).bodyText().contains(number);
        assertThat(list("late_below", Cast.CITY)).bodyText().contains(number);
        assertThat(list("late", Cast.CITY)).bodyText().doesNotContain(number);
        assertThat(list("late", Cast.OTHER_COUNTY)).bodyText().doesNotContain(number);
        assertThat(list("late_below", Cast.OTHER_COUNTY)).bodyText().doesNotContain(number);
    }

    private MvcTestResult list(String desk, String officer) {
        return mvc.get().uri("/reviews?desk=" + desk).with(cast.as(officer)).exchange();
    }

    private MvcTestResult home() {
        return mvc.get().uri("/application").with(cast.as(Cast.WORKER)).exchange();
    }

    private Promise promise(String number) {
        var file = file(number);
        return promises.of(file, moving.cycle(file, clock.instant()), timing(number), clock.instant())
                .orElseThrow();
    }

    private org.gongkao.application.Timing timing(String number) {
        return moving.timing(file(number), clock.instant());
    }

    private String submitted() {
        var cycle = cycles.current(clock.instant());
        var draft = new Application(
                0,
                "",
                actor(Cast.WORKER).person(),
                cycle.year(),
                cycle.packageId(),
                Level.THREE,
                FilledFile.OCCUPATION,
                CastSeeds.COUNTY_UNIT,
                null,
                Progress.DRAFT,
                0);
        var number = applications.begin(draft, clock.instant()).number();
        FilledFile.fill(jdbc, number, clock.instant());
        submit(number);
        return number;
    }

    private void submit(String number) {
        FilledFile.attach(jdbc, number, "OTHER", clock.instant().plusMillis(1));
        worker.submit(number, version(number), actor(Cast.WORKER), clock.instant());
    }

    private void sendBack(String number) {
        List<Found> found = findings.items(file(number)).stream()
                .map(item -> new Found(item.key(), ItemOutcome.UNMET, Basis.PERSONNEL_FILE, "看不清", "重新上传"))
                .toList();
        reviewing.returnForCorrection(number, version(number), found, "", actor(Cast.UNIT), clock.instant());
    }

    private Application file(String number) {
        return applications.get(number, Actor.SYSTEM);
    }

    private int version(String number) {
        return file(number).version();
    }

    private Actor actor(String username) {
        return cast.actor(username);
    }
}

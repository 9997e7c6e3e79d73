package org.gongkao.application.levelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.cycle.ContentHash;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** 申报单位应根据岗位需求和聘用条件组织高级技师的申报、推荐工作 (notice 二(三)): no file of level one passes its unit without it. */
class RecommendationFlowTest extends DatabaseTest {

    @Autowired
    private GivenLevelOne given;

    @Autowired
    private GivenFile review;

    @Autowired
    private WorkerActs worker;

    @Autowired
    private Applications applications;

    @Autowired
    private Recommending recommending;

    @Autowired
    private Recommendations recommendations;

    @Autowired
    private JobSteps jobs;

    @Autowired
    private TransactionTemplate transaction;

    private String number = "";

    @BeforeEach
    void handed_in() {
        number = given.handedIn(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
    }

    @Test
    void a_file_of_level_one_passes_its_unit_only_when_the_unit_has_recommended_it() {
        refuses(LevelOneRefusal.NOT_RECOMMENDED, () -> approve(number, Cast.UNIT));
        posts(1, 0);
        recommend(number);
        approve(number, Cast.UNIT);
        approve(number, Cast.DEPARTMENT);
        approve(number, Cast.COUNTY);
        assertThat(review.state(number)).isEqualTo("PAYMENT_DUE");
    }

    @Test
    void a_file_of_another_level_is_not_asked_for_a_recommendation() {
        var three = worker.handedIn(actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        approve(three, Cast.UNIT);
        assertThat(get("/reviews/" + three, Cast.DEPARTMENT)).bodyText().doesNotContain("单位推荐", "纸质材料 1 份");
        assertThat(get("/level-one/" + three, Cast.UNIT)).hasStatus(404);
        refuses(CommonRefusal.NOT_FOUND, () -> recommend(three));
    }

    @Test
    void a_batch_refuses_in_the_same_words_what_is_not_recommended() {
        review.find(number, actor(Cast.UNIT), clock.instant());
        post("/reviews/batch", Cast.UNIT)
                .param("chosen", number + "@" + version(number))
                .param("act", "approve")
                .param("responsible", "刘芳")
                .exchange();
        jobs.runAll();
        assertThat(jdbc.sql("select sentence from job.result order by job_id desc, row_no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(LevelOneRefusal.NOT_RECOMMENDED.sentence());
    }

    @Test
    void nobody_is_recommended_before_the_unit_has_stated_its_posts() {
        refuses(LevelOneRefusal.FIGURES_MISSING, () -> recommend(number));
        assertThat(get("/level-one/" + number, Cast.UNIT)).bodyText().contains("填报后才能推荐");
    }

    @Test
    void nothing_is_ticked_for_the_clerk_and_all_that_lacks_is_told_at_once_with_what_was_typed() {
        posts(1, 0);
        assertThat(get("/level-one/" + number, Cast.UNIT))
                .bodyText()
                .contains("其岗位等级结构比例受到严格控制", "空缺", "1 个")
                .doesNotContain(" checked", "超出空缺岗位推荐的理由");
        assertThat(post("/level-one/" + number, Cast.UNIT).param("seen", seen()).param("responsible", "刘"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        LevelOneRefusal.STATEMENT_UNREAD.sentence(),
                        LevelOneRefusal.RESPONSIBLE_MISSING.sentence(),
                        "value=\"刘\"");
        assertThat(jdbc.sql("select detail from audit.line where kind = 'REFUSED'")
                        .query(String.class)
                        .list())
                .as("one line for the act, not one for each box")
                .containsExactly(LevelOneRefusal.STATEMENT_UNREAD.sentence());
        assertThat(recommendations.of(applications.get(number, actor(Cast.UNIT))))
                .isEmpty();
    }

    @Test
    void what_goes_beyond_the_vacancies_is_ticked_and_gives_a_reason_that_every_tier_reads() {
        posts(1, 1);
        assertThat(post("/level-one/" + number, Cast.UNIT)
                        .param("seen", seen())
                        .param("statement", "true")
                        .param("responsible", "刘芳")
                        .param("reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains(LevelOneRefusal.BEYOND_UNREAD.sentence(), LevelOneRefusal.BEYOND_REASON.sentence());
        assertThat(post("/level-one/" + number, Cast.UNIT)
                        .param("seen", seen())
                        .param("statement", "true")
                        .param("beyond", "true")
                        .param("responsible", "刘芳")
                        .param("reason", "明年一人退休"))
                .hasRedirectedUrl("/reviews/" + number);
        approve(number, Cast.UNIT);
        for (var office : new String[] {Cast.DEPARTMENT, Cast.COUNTY}) {
            assertThat(get("/reviews/" + number, office))
                    .bodyText()
                    .contains("已推荐，超出空缺岗位", "明年一人退休", "空缺 0 个，此前已推荐 0 人，本次超出", "不是二级（技师）的普遍晋升");
        }
        assertThat(get("/level-one", Cast.UNIT)).bodyText().contains("已推荐，超出空缺");
    }

    @Test
    void what_was_on_the_screen_is_kept_word_for_word_and_cannot_be_another_text() {
        posts(2, 1);
        refuses(
                CommonRefusal.CHANGED_MEANWHILE,
                () -> recommending.recommend(
                        number,
                        new RecommendationForm(true, false, "", "刘芳", ContentHash.of("另一段文字")),
                        actor(Cast.UNIT),
                        clock.instant()));
        recommend(number);
        assertThat(recommendations.standing(applications.get(number, actor(Cast.COUNTY))))
                .hasValueSatisfying(one -> {
                    assertThat(ContentHash.of(one.statement())).isEqualTo(one.statementHash());
                    assertThat(one.version()).isEqualTo(1);
                    assertThat(one.vacant()).isEqualTo(1);
                    assertThat(one.earlier()).isZero();
                    assertThat(one.beyond()).isFalse();
                    assertThat(one.reason())
                            .as("asked for only beyond the vacancies")
                            .isEmpty();
                    assertThat(one.responsible()).isEqualTo("刘芳");
                    assertThat(one.at()).isEqualTo(clock.instant());
                });
        refuses(LevelOneRefusal.ALREADY_RECOMMENDED, () -> recommend(number));
    }

    @Test
    void a_file_that_the_unit_sends_back_is_recommended_anew_and_one_sent_back_from_above_is_not() {
        posts(1, 0);
        recommend(number);
        review.sendBack(number, Set.of("post"), actor(Cast.UNIT), clock.instant());
        submitAgain();
        refuses(LevelOneRefusal.NOT_RECOMMENDED, () -> approve(number, Cast.UNIT));
        assertThat(get("/reviews/" + number, Cast.UNIT)).bodyText().contains("推荐已无效，须重新推荐");
        recommend(number);
        approve(number, Cast.UNIT);
        review.sendBack(number, Set.of("post"), actor(Cast.DEPARTMENT), clock.instant());
        submitAgain();
        assertThat(recommendations.standing(applications.get(number, actor(Cast.UNIT))))
                .isPresent();
    }

    @Test
    void a_worker_who_takes_the_file_back_takes_it_out_of_the_recommendation() {
        posts(1, 0);
        recommend(number);
        worker.recall(number, version(number), actor(Cast.WORKER), clock.instant());
        var other = given.handedIn(actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        recommend(other);
        assertThat(recommendations.standing(applications.get(other, actor(Cast.UNIT))))
                .hasValueSatisfying(one -> assertThat(one.earlier()).isZero());
    }

    @Test
    void a_recommendation_is_taken_back_with_a_reason_and_an_approval_on_the_old_screen_is_refused() {
        posts(1, 0);
        refuses(LevelOneRefusal.NO_RECOMMENDATION, () -> withdraw(version(number), "人选有变"));
        recommend(number);
        int seen = version(number);
        refusesInput(LevelOneRefusal.WITHDRAWAL_REASON, () -> withdraw(seen, " "));
        refuses(CommonRefusal.CHANGED_MEANWHILE, () -> withdraw(seen - 1, "人选有变"));
        withdraw(seen, "人选有变");
        assertThat(version(number)).isGreaterThan(seen);
        refuses(LevelOneRefusal.NOT_RECOMMENDED, () -> approve(number, Cast.UNIT));
        assertThat(get("/reviews/" + number, Cast.COUNTY)).bodyText().contains("撤回推荐", "人选有变");
        assertThat(jdbc.sql("select count(*) from audit.line where act in ('推荐一级申报', '撤回一级推荐') and subject = :file")
                        .param("file", "application:" + number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothing_is_recommended_or_taken_back_once_the_unit_has_passed_it_on() {
        posts(1, 0);
        recommend(number);
        approve(number, Cast.UNIT);
        refuses(ApplicationRefusal.NOT_ALLOWED_NOW, () -> withdraw(version(number), "人选有变"));
        refuses(ApplicationRefusal.NOT_ALLOWED_NOW, () -> recommend(number));
        assertThat(get("/level-one/" + number, Cast.UNIT)).bodyText().doesNotContain("撤回推荐的理由");
    }

    @Test
    void nobody_recommends_the_own_file() {
        posts(1, 0);
        var own = cast.also(Cast.WORKER, Cast.UNIT);
        refuses(ApplicationRefusal.OWN_FILE, () -> given.recommend(number, own, clock.instant()));
    }

    @Test
    void a_file_of_another_unit_and_the_posts_of_a_unit_without_business_here_are_not_found() {
        posts(1, 0);
        assertThat(get("/level-one/" + number, Cast.CITY_UNIT)).hasStatus(404);
        assertThat(post("/level-one/" + number, Cast.CITY_UNIT).param("seen", seen()))
                .hasStatus(404);
        var path = "/level-one/units/" + CastSeeds.COUNTY_UNIT;
        for (var stranger : new String[] {Cast.OTHER_COUNTY, Cast.CITY_UNIT, Cast.CITY_DEPARTMENT}) {
            assertThat(get(path, stranger)).as(stranger).hasStatus(404);
        }
        for (var office : new String[] {Cast.UNIT, Cast.DEPARTMENT, Cast.COUNTY, Cast.CITY}) {
            assertThat(get(path, office)).as(office).hasStatusOk().bodyText().contains("第 1 版", "洛人社岗〔2022〕8号");
        }
        assertThat(get("/level-one/units/nobody", Cast.COUNTY)).hasStatus(404);
    }

    @Test
    void where_the_year_locks_nobody_is_recommended_beyond_the_vacancies() {
        lock();
        posts(1, 0);
        var other = given.handedIn(actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        recommend(other);
        refuses(LevelOneRefusal.NO_VACANCY, () -> recommend(number));
        assertThat(get("/level-one/" + number, Cast.UNIT))
                .bodyText()
                .contains("今年不能超出空缺推荐")
                .doesNotContain("推荐说明");
        worker.withdraw(other, version(other), "", actor(Cast.CITY_WORKER), clock.instant());
        recommend(number);
    }

    @Test
    void of_two_files_that_race_for_the_last_vacancy_one_waits_for_the_other_and_is_refused() throws Exception {
        lock();
        posts(1, 0);
        var other = given.handedIn(actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var recommended = threads.submit(() -> transaction.executeWithoutResult(status -> {
                recommend(number);
                first.countDown();
                await(second);
            }));
            await(first);
            var refused = threads.submit(() -> recommend(other));
            Awaitility.await().until(this::somebodyWaits);
            second.countDown();
            recommended.get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(LevelOneRefusal.NO_VACANCY));
        }
        assertThat(jdbc.sql("select count(*) from application.recommendation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** By an amendment of two people, as it would be done. */
    private void lock() {
        assertThat(post("/administration/cycles/1/amendment", Cast.ADMINISTRATOR)
                        .param("documentNumber", "洛人社函〔2023〕15号")
                        .param("reason", "省厅明确不得超出空缺岗位推荐")
                        .param("region", "410300")
                        .param("wantedFrom", "")
                        .param("field-0", "level_one.over")
                        .param("after-0", "LOCK"))
                .hasStatus(302);
        assertThat(post("/administration/cycles/amendments/1/confirmation", Cast.SECOND_ADMINISTRATOR)
                        .param("seen", "0"))
                .hasStatus(302);
    }

    private void submitAgain() {
        clock.pass(Duration.ofMinutes(5));
        given.submitAgain(number, actor(Cast.WORKER), clock.instant());
    }

    private void posts(int approved, int held) {
        given.posts(approved, held, 0, actor(Cast.UNIT), clock.instant());
    }

    private void recommend(String file) {
        given.recommend(file, actor(Cast.UNIT), clock.instant());
    }

    private void withdraw(int seen, String reason) {
        recommending.withdraw(number, seen, reason, actor(Cast.UNIT), clock.instant());
    }

    private void approve(String file, String officer) {
        review.approve(file, actor(officer), clock.instant());
    }

    private String seen() {
        var page = get("/level-one/" + number, Cast.UNIT).getResponse();
        var html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
        var found = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(html);
        return found.find() ? found.group(1) : "";
    }

    private int version(String file) {
        return applications.get(file, Actor.SYSTEM).version();
    }

    private Actor actor(String username) {
        return cast.actor(username);
    }

    private MvcTestResult get(String path, String who) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    private MockMvcRequestBuilder post(String path, String who) {
        return mvc.post().uri(path).with(cast.as(who)).with(csrf());
    }

    private static void refuses(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static void refusesInput(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .anyMatch(fault -> fault.sentence().equals(reason.sentence())));
    }
}

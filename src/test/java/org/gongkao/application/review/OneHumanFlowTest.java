package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Progress;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.Reviewing.Found;
import org.gongkao.application.review.Reviewing.UnitsWord;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * 任何人不得审核本人的申报，也不得在两级审核同一份申报: one human under several accounts, each opened the way offices open them.
 */
class OneHumanFlowTest extends DatabaseTest {

    private static final String CHEN = "陈立民";
    private static final String CHEN_S_NUMBER = "410305197506181133";
    private static final String LIU = "刘芳";
    private static final String LIU_S_NUMBER = "410305198503120022";
    private static final String UNIT = "unit:" + CastSeeds.COUNTY_UNIT;
    private static final String DEPARTMENT = "department:" + CastSeeds.COUNTY_DEPARTMENT;
    private static final String APPROVE = "value=\"approve\"";

    @Autowired
    private Applications applications;

    @Autowired
    private ItemFindings findings;

    @Autowired
    private WorkerActs worker;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private Cycles cycles;

    @Test
    void a_worker_who_is_also_a_clerk_of_the_unit_does_not_review_the_own_file() {
        assertThat(opened("UNIT_CLERK", UNIT, CHEN, CHEN_S_NUMBER, "chenbanshi"))
                .hasStatusOk()
                .bodyText()
                .contains("账号已开立");
        assertThat(cast.actor("chenbanshi").personId())
                .as("one person, two accounts")
                .isEqualTo(cast.actor(Cast.WORKER).person());
        var number = submitted();
        assertThat(page(number, Cast.UNIT)).bodyText().contains(APPROVE);
        assertThat(page(number, "chenbanshi"))
                .hasStatusOk()
                .bodyText()
                .contains("不能审核本人的申报")
                .doesNotContain(APPROVE, "value=\"return\"", "value=\"reject\"");
        for (var act : List.of("approve", "return", "reject", "note")) {
            assertThat(post(number, "chenbanshi", act))
                    .hasStatus(403)
                    .bodyText()
                    .contains("不能审核本人的申报");
        }
        assertThat(holder(number)).as("nothing happened").isEqualTo(UNIT);
        approve(number, Cast.UNIT);
        assertThat(holder(number)).isEqualTo(DEPARTMENT);
    }

    @Test
    void who_takes_over_an_account_does_not_review_the_own_file_either() {
        var number = submitted();
        var leaving = cast.actor(Cast.UNIT).account();
        assertThat(mvc.post()
                        .uri("/administration/accounts/" + leaving + "/succession")
                        .param("name", CHEN)
                        .param("number", CHEN_S_NUMBER)
                        .param("userName", "chenbanshi")
                        .with(cast.as(Cast.COUNTY))
                        .with(csrf()))
                .hasStatusOk();
        assertThat(post(number, "chenbanshi", "approve"))
                .hasStatus(403)
                .bodyText()
                .contains("不能审核本人的申报");
    }

    @Test
    void one_human_with_two_accounts_does_not_decide_on_two_tiers() {
        assertThat(opened("DEPARTMENT_CLERK", DEPARTMENT, LIU, LIU_S_NUMBER, "liufang2"))
                .hasStatusOk();
        var number = submitted();
        approve(number, Cast.UNIT);
        assertThat(page(number, "liufang2")).bodyText().contains("同一人不能审核两级").doesNotContain(APPROVE);
        assertThat(post(number, "liufang2", "approve"))
                .hasStatus(403)
                .bodyText()
                .contains("同一人不能审核两级");
        assertThat(holder(number)).isEqualTo(DEPARTMENT);
        approve(number, Cast.DEPARTMENT);
    }

    @Test
    void who_moved_to_the_next_office_does_not_decide_there_on_what_was_decided_before() {
        var number = submitted();
        approve(number, Cast.UNIT);
        mvc.post()
                .uri("/administration/accounts/" + cast.actor(Cast.UNIT).account() + "/end")
                .with(cast.as(Cast.COUNTY))
                .with(csrf())
                .exchange();
        opened("DEPARTMENT_CLERK", DEPARTMENT, LIU, LIU_S_NUMBER, "liufang2");
        assertThat(post(number, "liufang2", "approve"))
                .hasStatus(403)
                .bodyText()
                .contains("同一人不能审核两级");
    }

    @Test
    void nobody_decides_on_the_own_objection() {
        var number = submitted();
        reviewing.reject(
                number,
                file(number).version(),
                List.of(),
                "不在考核对象范围",
                "考务通知 一（一）",
                cast.actor(Cast.UNIT),
                clock.instant());
        worker.object(number, file(number).version(), "我在岗", cast.actor(Cast.WORKER), clock.instant());
        cast.also(Cast.WORKER, Cast.DEPARTMENT);
        var own = Cast.WORKER + "_" + Cast.DEPARTMENT;
        assertThat(page(number, Cast.DEPARTMENT)).bodyText().contains("value=\"reopen\"");
        assertThat(page(number, own))
                .bodyText()
                .contains("不能审核本人的申报")
                .doesNotContain("value=\"reopen\"", "value=\"uphold\"");
        for (var act : List.of("reopen", "uphold")) {
            assertThat(post(number, own, act)).hasStatus(403).bodyText().contains("不能审核本人的申报");
        }
    }

    @Test
    void nobody_gives_the_unit_more_time_for_the_own_file() {
        var number = submitted();
        clock.set("2023-04-04T00:00:00");
        cast.also(Cast.WORKER, Cast.COUNTY);
        var own = Cast.WORKER + "_" + Cast.COUNTY;
        assertThat(page(number, Cast.COUNTY)).bodyText().contains("value=\"remind\"");
        assertThat(page(number, own)).bodyText().contains("不能审核本人的申报").doesNotContain("value=\"remind\"");
        assertThat(remind(number, own, "2023-04-07")).hasStatus(403).bodyText().contains("不能审核本人的申报");
        assertThat(remind(number, Cast.COUNTY, "+999999999-12-31"))
                .as("no day")
                .hasStatus(422)
                .bodyText()
                .contains("请填写审核期限的日期");
        assertThat(remind(number, Cast.COUNTY, "2023-04-07")).hasStatus3xxRedirection();
    }

    private MvcTestResult remind(String number, String officer, String until) {
        return mvc.post()
                .uri("/reviews/" + number)
                .param("version", Integer.toString(file(number).version()))
                .param("act", "remind")
                .param("until", until)
                .with(cast.as(officer))
                .with(csrf())
                .exchange();
    }

    @Test
    void a_session_from_before_persons_were_asked_for_decides_on_nothing() {
        var number = submitted();
        jdbc.sql("update account.account set person_id = null, name = '刘芳' where user_name = 'liufang'")
                .update();
        assertThat(page(number, Cast.UNIT)).bodyText().contains("重新登录").doesNotContain(APPROVE);
        assertThat(post(number, Cast.UNIT, "approve")).hasStatus(403).bodyText().contains("重新登录");
    }

    private MvcTestResult opened(String role, String office, String name, String number, String userName) {
        return mvc.post()
                .uri("/administration/accounts/new")
                .param("act", "open")
                .param("role", role)
                .param("office", office)
                .param("name", name)
                .param("number", number)
                .param("userName", userName)
                .with(cast.as(Cast.COUNTY))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(String number, String who) {
        return mvc.get().uri("/reviews/" + number).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String number, String who, String act) {
        return mvc.post()
                .uri("/reviews/" + number)
                .param("version", "" + file(number).version())
                .param("act", act)
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    private void approve(String number, String officer) {
        var found = findings.of(file(number)).items().stream()
                .map(item -> new Found(item.key(), ItemOutcome.MET, Basis.ORIGINAL, "", ""))
                .toList();
        reviewing.approve(
                number, file(number).version(), found, new UnitsWord(LIU, false), cast.actor(officer), clock.instant());
    }

    private Application file(String number) {
        return applications.get(number, cast.actor(Cast.WORKER));
    }

    private String holder(String number) {
        return String.valueOf(file(number).progress().holder());
    }

    private String submitted() {
        var chen = cast.actor(Cast.WORKER);
        var cycle = cycles.current(clock.instant());
        var draft = new Application(
                0,
                "",
                chen.person(),
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
        FilledFile.attach(jdbc, number, "OTHER", clock.instant().plusMillis(1));
        worker.submit(number, file(number).version(), chen, clock.instant());
        return number;
    }
}

package org.gongkao.application.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.SystemActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.worker.Workers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 单位代填: a unit's clerk fills in for a worker, the worker confirms in one step, and both are on record. */
class AssistanceFlowTest extends FillingTest {

    private static final String ASSISTED_TEXT = "本申报由单位经办人刘芳代填，我已逐项核对，内容属实。";

    @Autowired
    private WorkerActs acts;

    @Autowired
    private SystemActs system;

    @Autowired
    private GivenFile given;

    @Autowired
    private Persons persons;

    @Autowired
    private Workers workers;

    @Test
    void 单位经办人可以代填_本人一步确认提交_双方都有记录() throws IOException {
        assertThat(get(Cast.UNIT, "/assistance")).hasStatusOk().bodyText().contains("陈立民", "没有申报");
        assertThat(get(Cast.UNIT, home())).hasStatusOk().bodyText().contains("选择等级和工种", "单位不能代为提交");
        assertThat(begin()).hasRedirectedUrl(home() + "/sections/person");
        assertThat(post(Cast.UNIT, home() + "/ready", "version", "" + version()))
                .as("nothing but level and occupation yet")
                .hasStatus(422)
                .bodyText()
                .contains("还没有填好");
        fillEverything();
        assertThat(get(Cast.UNIT, home() + "/verdict"))
                .hasStatusOk()
                .bodyText()
                .contains(home() + "/materials", "检查，请本人确认")
                .doesNotContain("/application/submission");
        assertThat(get(Cast.UNIT, home() + "/record")).hasStatusOk().bodyText().contains("公路养护", "照片.jpg");
        assertThat(get(Cast.UNIT, "/applications/" + number() + "/materials/" + materialId("ID_CARD")))
                .as("what the clerk has uploaded can be looked at before any office has the file")
                .hasStatusOk()
                .bodyText()
                .contains(home() + "/materials");

        clock.set("2023-03-15T11:00:00");
        assertThat(ready()).hasRedirectedUrl(home());
        assertThat(ready()).as("pressed twice").hasRedirectedUrl(home());
        assertThat(get(Cast.UNIT, home())).bodyText().contains("等本人确认").doesNotContain("填好了，请本人确认");
        assertThat(get(Cast.UNIT, "/assistance")).bodyText().contains("等本人确认");
        await().atMost(Duration.ofSeconds(10)).until(() -> told().size() == 1);
        assertThat(told().getFirst()).contains("洛阳市涧西区实验幼儿园", number()).doesNotContain("刘芳", "陈立民");

        assertThat(get(Cast.WORKER, "/application"))
                .hasStatusOk()
                .bodyText()
                .contains("单位已代您填好，请核对并提交", "核对并提交", "改为自己填写", "单位经办人代填");
        assertThat(get(Cast.WORKER, "/application/submission"))
                .hasStatusOk()
                .bodyText()
                .contains(ASSISTED_TEXT, "公路养护", "2004年9月", "真实性负责");
        assertThat(handIn("POST_POLICY", "PLEDGE")).hasStatus(422).bodyText().contains("请阅读“单位代填”并打勾确认");
        assertThat(file().state()).isEqualTo(ApplicationState.DRAFT);
        clock.set("2023-03-15T12:00:00");
        assertThat(handIn("ASSISTED", "POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");

        assertThat(file().state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(texts("select content from application.submission"))
                .singleElement()
                .asString()
                .contains(ASSISTED_TEXT);
        assertThat(texts("select text from application.confirmation where kind = 'ASSISTED'"))
                .containsExactly(ASSISTED_TEXT);
        assertThat(get(Cast.WORKER, "/application"))
                .bodyText()
                .contains("单位经办人代填　洛阳市涧西区实验幼儿园　刘芳，最近保存2023年3月15日 10:00", "提交申报");
        for (var reviewer : List.of(Cast.UNIT, Cast.COUNTY)) {
            assertThat(get(reviewer, "/reviews/" + number()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("单位经办人代填", "刘芳，最近保存", "提交申报　陈立民");
        }
        assertThat(written(Cast.UNIT))
                .contains("单位代填 开始申报", "单位代填 个人基本信息", "单位代填 上传居民身份证", "代填完成，请本人确认 ")
                .doesNotContain("提交申报 草稿→审核中");
        assertThat(written(Cast.WORKER)).anyMatch(line -> line.startsWith("提交申报"));
        assertThat(get(Cast.UNIT, "/assistance")).bodyText().contains("已提交");
        assertThat(get(Cast.UNIT, home())).hasStatusOk().bodyText().contains("退回修改后才能再改");
        given.approve(number(), cast.actor(Cast.UNIT), clock.instant());
    }

    @Test
    void a_worker_who_fills_in_alone_is_asked_for_no_such_confirmation() {
        var number = draft();
        assertThat(get(Cast.WORKER, "/application/submission")).bodyText().doesNotContain("代填");
        assertThat(post(Cast.WORKER, "/application/assistance")).hasRedirectedUrl("/application");
        assertThat(get(Cast.WORKER, "/application/submission"))
                .as("asked for, and nothing written")
                .bodyText()
                .doesNotContain("代填，我已");
        assertThat(handIn("POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");
        assertThat(get(Cast.COUNTY, "/reviews/" + number)).bodyText().doesNotContain("代填");
    }

    @Test
    void a_workers_own_draft_is_opened_to_the_unit_by_asking_and_closed_again_at_any_time() {
        draft();
        assertThat(get(Cast.UNIT, "/assistance")).bodyText().contains("草稿（本人）");
        assertThat(get(Cast.UNIT, home()))
                .hasStatusOk()
                .bodyText()
                .contains("请单位代填")
                .doesNotContain("公路养护工");
        nothingIsThereForTheClerk();
        assertThat(post(Cast.WORKER, "/application/assistance")).hasRedirectedUrl("/application");
        assertThat(post(Cast.WORKER, "/application/assistance")).hasRedirectedUrl("/application");
        assertThat(jdbc.sql("select count(*) from application.assistance")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(get(Cast.UNIT, "/assistance")).bodyText().contains("1 人请单位代填", "代填中");
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("已请单位代填，单位还没有动笔", "改为自己填写");
        assertThat(save("awards", "awards.sanctioned", "NO")).hasStatus(302);
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("单位经办人刘芳正在代您填写");

        assertThat(post(Cast.WORKER, "/application/assistance/end")).hasRedirectedUrl("/application");
        assertThat(post(Cast.WORKER, "/application/assistance/end"))
                .as("a second click")
                .hasRedirectedUrl("/application");
        nothingIsThereForTheClerk();
        var autosave = mvc.post()
                .uri(home() + "/sections/awards")
                .header("X-Autosave", "true")
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .param("version", seen("awards"))
                .exchange();
        assertThat(autosave).hasStatus(404).bodyText().contains("现在不能代填，没有保存");
        assertThat(save("awards", "awards.text", "太晚了"))
                .hasStatus(404)
                .bodyText()
                .contains("没有保存", "后退");
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("改为本人填写", "请单位代填");
        assertThat(get(Cast.WORKER, "/application/submission"))
                .as("what the clerk wrote is still in it")
                .bodyText()
                .contains(ASSISTED_TEXT);
        assertThat(written(Cast.WORKER)).contains("请单位代填 ", "改为自己填写 ");
    }

    @Test
    void after_submission_nothing_is_the_clerks_until_it_is_returned() {
        assertThat(begin()).hasStatus(302);
        FilledFile.fill(jdbc, number(), clock.instant());
        handIn("ASSISTED", "POST_POLICY", "PLEDGE");
        assertThat(file().state()).isEqualTo(ApplicationState.IN_REVIEW);
        nothingIsThereForTheClerk();
        assertThat(ready()).hasStatus(404);
        given.sendBack(number(), Set.of("post"), cast.actor(Cast.UNIT), clock.instant());
        assertThat(get(Cast.UNIT, home()))
                .hasStatusOk()
                .bodyText()
                .contains("要改正的 1 处", home() + "/sections/post", "代填中");
        assertThat(save("post", "post.post", "桥梁养护")).hasStatus(302);
        clock.set("2023-03-16T10:00:00");
        assertThat(post(Cast.WORKER, "/application/assistance/end")).hasStatus(302);
        nothingIsThereForTheClerk();
    }

    @Test
    void another_units_clerk_finds_nothing_nor_does_anybody_else() {
        assertThat(begin()).hasStatus(302);
        assertThat(get(Cast.CITY_UNIT, home())).hasStatus(404);
        assertThat(get(Cast.CITY_UNIT, home() + "/materials")).hasStatus(404);
        assertThat(post(Cast.CITY_UNIT, home() + "/sections/post", "post.post", "别人"))
                .hasStatus(404);
        assertThat(post(Cast.CITY_UNIT, home() + "/choice", "level", "3", "occupation", "S0201"))
                .hasStatus(404);
        assertThat(get(Cast.CITY_UNIT, "/assistance")).bodyText().doesNotContain("陈立民");
        assertThat(get(Cast.UNIT, "/assistance/0/choice")).hasStatus(404);
        assertThat(get(Cast.UNIT, "/assistance/x/choice")).hasStatus(404);
        assertThat(get(Cast.UNIT, "/application/choice"))
                .as("the worker's own pages")
                .hasStatus(404);
        assertThat(get(Cast.WORKER, home() + "/choice"))
                .as("the clerk's pages, even of oneself")
                .hasStatus(404);
        assertThat(get(Cast.DEPARTMENT, home())).hasStatus(403);
        assertThat(get(Cast.UNIT, "/reviews/" + number()))
                .as("no reviewer's look before submission")
                .hasStatus(404);
        assertThat(get(Cast.CITY_UNIT, "/applications/" + number() + "/materials/1"))
                .hasStatus(404);
    }

    @Test
    void a_worker_whom_the_unit_has_not_confirmed_is_not_there_and_cannot_ask() {
        draft();
        jdbc.sql("""
                update worker.worker set standing = 'UNCONFIRMED', decided_at = null, decided_by = null
                 where person_id = :person
                """).param("person", worker().person()).update();
        assertThat(get(Cast.UNIT, home())).hasStatus(404);
        assertThat(begin()).hasStatus(404);
        assertThat(get(Cast.UNIT, "/assistance")).bodyText().contains("这里没有人");
        assertThat(get(Cast.WORKER, "/application")).bodyText().doesNotContain("请单位代填");
        assertThat(post(Cast.WORKER, "/application/assistance"))
                .hasStatus(409)
                .bodyText()
                .contains("还没有确认您是本单位职工");
    }

    @Test
    void a_move_to_another_unit_ends_the_former_units_access_and_the_new_one_may_be_asked() {
        assertThat(begin()).hasStatus(302);
        jdbc.sql("update worker.worker set unit_code = :unit where person_id = :person")
                .param("unit", CastSeeds.CITY_UNIT)
                .param("person", worker().person())
                .update();
        nothingIsThereForTheClerk();
        assertThat(get(Cast.UNIT, home())).hasStatus(404);
        assertThat(get(Cast.CITY_UNIT, home() + "/sections/post")).hasStatus(404);
        assertThat(get(Cast.CITY_UNIT, home())).hasStatusOk().bodyText().contains("草稿（本人）");
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("请单位代填");
        assertThat(post(Cast.WORKER, "/application/assistance")).hasStatus(302);
        assertThat(get(Cast.CITY_UNIT, home() + "/sections/post")).hasStatusOk();
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("改为本人填写", "改为自己填写");
    }

    @Test
    void what_is_the_workers_own_a_clerk_cannot_do() {
        assertThat(begin()).hasStatus(302);
        FilledFile.fill(jdbc, number(), clock.instant());
        for (var act : List.of("submission", "withdrawal", "recall", "objection", "assistance", "assistance/end")) {
            assertThat(post(Cast.UNIT, "/application/" + act, "version", "" + version()))
                    .as(act)
                    .hasStatus(403);
            assertThat(post(Cast.UNIT, home() + "/" + act, "version", "" + version()))
                    .as(act)
                    .hasStatus(404);
        }
        assertThat(get(Cast.UNIT, home() + "/submission")).hasStatus(404);
        assertThat(get(Cast.UNIT, "/application/form")).hasStatus(403);
        assertThat(file().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void no_file_is_begun_for_whoever_is_barred_nor_outside_registration_nor_in_a_closed_occupation() {
        assertThat(post(Cast.UNIT, home() + "/choice", "level", "3", "occupation", "NONE"))
                .hasStatus(422)
                .bodyText()
                .contains("请在今年开放");
        clock.set("2023-03-29T00:00:00.000");
        assertThat(begin()).hasStatus(409).bodyText().contains("停止受理注册报名");
        assertThat(get(Cast.UNIT, home()))
                .hasStatusOk()
                .bodyText()
                .contains("不在网上注册报名时间内")
                .doesNotContain("选择等级和工种");
        clock.set("2023-03-28T23:59:59.999");
        bar();
        assertThat(begin()).hasStatus(409).bodyText().contains("不能代填", "2025年4月3日 24:00");
        assertThat(get(Cast.UNIT, home()))
                .hasStatusOk()
                .bodyText()
                .contains("2025年4月3日 24:00")
                .doesNotContain("选择等级和工种");
        assertThat(count("application.application")).isZero();
        assertThat(count("application.assistance")).isZero();
    }

    @Test
    void after_the_bell_a_clerk_reads_and_changes_nothing() {
        assertThat(begin()).hasStatus(302);
        var seen = seen("post");
        int shown = version();
        clock.set("2023-03-29T00:00:00.000");
        refusesTheLate(seen, shown);
        system.endOfDay(clock.instant());
        assertThat(file().state()).isEqualTo(ApplicationState.LAPSED);
        refusesTheLate(seen, shown);
        assertThat(get(Cast.UNIT, home() + "/record")).hasStatusOk();
    }

    private void refusesTheLate(String seen, int shown) {
        assertThat(saveSeen(seen, "post", "post.post", "晚了"))
                .hasStatus(409)
                .bodyText()
                .contains("没有保存", "晚了");
        assertThat(get(Cast.UNIT, home())).hasStatusOk().bodyText().contains("已截止，不能再改");
        assertThat(post(Cast.UNIT, home() + "/ready", "version", "" + shown)).hasStatus(409);
    }

    @Test
    void of_worker_and_clerk_at_once_the_second_is_told_and_nothing_is_lost() {
        assertThat(begin()).hasStatus(302);
        var seen = seen("post");
        assertThat(saveSection(Cast.WORKER, "/application", seen, "post", "post.post", "本人填的"))
                .hasStatus(302);
        assertThat(saveSeen(seen, "post", "post.post", "单位填的"))
                .hasStatus(409)
                .bodyText()
                .contains("另一个窗口", "本人填的", "单位填的", "action=\"" + home() + "/sections/post\"");
        FilledFile.fill(jdbc, number(), clock.instant());
        int shown = version();
        assertThat(save("awards", "awards.sanctioned", "NO")).hasStatus(302);
        assertThat(handIn(Cast.WORKER, shown, "ASSISTED", "POST_POLICY", "PLEDGE"))
                .as("the worker has not seen what the clerk wrote last")
                .hasStatus(409);
        assertThat(file().state()).isEqualTo(ApplicationState.DRAFT);
        int clerks = version();
        assertThat(saveSection(
                        Cast.WORKER, "/application", seen("education"), "education", "education.degree", "SENIOR"))
                .hasStatus(302);
        assertThat(post(Cast.UNIT, home() + "/ready", "version", "" + clerks)).hasStatus(409);
    }

    @Test
    void once_the_clerk_writes_again_the_worker_is_asked_again_and_told_again() {
        assertThat(begin()).hasStatus(302);
        FilledFile.fill(jdbc, number(), clock.instant());
        assertThat(ready()).hasRedirectedUrl(home());
        clock.set("2023-03-15T15:00:00");
        assertThat(save("awards", "awards.sanctioned", "NO")).hasStatus(302);
        assertThat(get(Cast.UNIT, home())).bodyText().contains("填好了，请本人确认");
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("单位正在代您填写");
        assertThat(ready()).hasRedirectedUrl(home());
        await().atMost(Duration.ofSeconds(10)).until(() -> told().size() == 2);
    }

    @Test
    void a_worker_without_an_account_is_filled_in_for_and_must_register_before_anybody_can_confirm() {
        var person = persons.add("王建国", NationalId.complete("41030519760618115"), null, cast.actor(Cast.UNIT));
        workers.enrolConfirmed(person, CastSeeds.COUNTY_UNIT, cast.actor(Cast.UNIT), clock.instant());
        var home = "/assistance/" + person;
        assertThat(get(Cast.UNIT, home)).hasStatusOk().bodyText().contains("本人还没有注册", "单位不能代为确认");
        assertThat(post(Cast.UNIT, home + "/choice", "level", "3", "occupation", FilledFile.OCCUPATION))
                .hasStatus(302);
        FilledFile.fill(jdbc, number(), clock.instant());
        assertThat(post(Cast.UNIT, home + "/ready", "version", "" + version()))
                .hasStatus(409)
                .bodyText()
                .contains("本人还没有注册，不能确认");
        assertThat(get(Cast.UNIT, home)).bodyText().doesNotContain("等本人确认");
        assertThat(count("notification.message where template = 'ASSISTED'")).isZero();
    }

    @Test
    void what_a_clerk_promises_the_worker_confirms_with_its_liability() {
        assertThat(begin()).hasStatus(302);
        FilledFile.fill(jdbc, number(), clock.instant());
        jdbc.sql("update application.material set removed_at = added_at where kind = 'APPRAISAL'")
                .update();
        var page = get(Cast.UNIT, home() + "/materials");
        assertThat(page).bodyText().contains("已向本人说明责任告知");
        var body = new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        var shown = body.replaceAll("(?s).*name=\"shown\" value=\"([^\"]+)\".*", "$1");
        assertThat(post(
                        Cast.UNIT,
                        home() + "/materials/APPRAISAL/promise",
                        "shown",
                        shown,
                        "liability.APPRAISAL",
                        "true"))
                .hasStatus(302);
        assertThat(handIn("ASSISTED", "POST_POLICY", "PLEDGE"))
                .hasStatus(422)
                .bodyText()
                .contains("请阅读“容缺后补：");
        assertThat(handIn("ASSISTED", "PROMISE.APPRAISAL", "POST_POLICY", "PLEDGE"))
                .hasRedirectedUrl("/application/receipt");
        assertThat(texts("select text from application.confirmation where kind = 'PROMISE.APPRAISAL'"))
                .singleElement()
                .asString()
                .contains("本人承诺在");
    }

    @Test
    void the_list_is_searched_by_name_and_goes_on_by_key() {
        assertThat(get(Cast.UNIT, "/assistance?q=立")).bodyText().contains("陈立民");
        assertThat(get(Cast.UNIT, "/assistance?q=%25"))
                .bodyText()
                .contains("这里没有人")
                .doesNotContain("陈立民");
        assertThat(get(Cast.UNIT, "/assistance?state=NONE")).bodyText().contains("陈立民");
        assertThat(get(Cast.UNIT, "/assistance?state=READY&q=立"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("陈立民");
        assertThat(get(Cast.UNIT, "/assistance?after=" + worker().person()))
                .bodyText()
                .doesNotContain("陈立民");
    }

    // ── what both do ──

    /** Handed in once and taken back: the worker's own, complete. */
    private String draft() {
        var number = acts.takenBack(worker(), CastSeeds.COUNTY_UNIT, clock.instant());
        clock.set("2023-03-15T10:30:00");
        return number;
    }

    private Actor worker() {
        return cast.actor(Cast.WORKER);
    }

    private String home() {
        return "/assistance/" + worker().person();
    }

    private void nothingIsThereForTheClerk() {
        for (var page : List.of("/sections/post", "/materials", "/verdict", "/record")) {
            assertThat(get(Cast.UNIT, home() + page)).as(page).hasStatus(404);
        }
        assertThat(save("post", "post.post", "不该写进去")).hasStatus(404);
        assertThat(post(Cast.UNIT, home() + "/materials/PHOTO/promise")).hasStatus(404);
        assertThat(texts("select record::text from application.application")).noneMatch(one -> one.contains("不该写进去"));
    }

    private MvcTestResult begin() {
        return post(Cast.UNIT, home() + "/choice", "level", "3", "occupation", FilledFile.OCCUPATION);
    }

    private MvcTestResult ready() {
        return post(Cast.UNIT, home() + "/ready", "version", "" + version());
    }

    private void fillEverything() throws IOException {
        fillEverything(Cast.UNIT, home());
    }

    private MvcTestResult save(String group, String... typed) {
        return saveSeen(seen(group), group, typed);
    }

    private MvcTestResult saveSeen(String seen, String group, String... typed) {
        return saveSection(Cast.UNIT, home(), seen, group, typed);
    }

    private MvcTestResult handIn(String... confirmed) {
        return handIn(Cast.WORKER, version(), confirmed);
    }

    /** A decision in force for two years. */
    private void bar() {
        jdbc.sql("""
                insert into sanction.sanction (number, person_id, agency_code, superior_code, package_id, year, filed_on, material,
                       facts, clause, state, handled_by, answer_until, decision, barred_from, barred_until, opened_at)
                select '2023031500001', :person, '410305', '410300', min(id), 2023, date '2023-03-12', '证书', '查无此证', '八（三）',
                       'IMPOSED', 1, :now, '涧工考处〔2023〕1号', :now, '2025-04-04T00:00:00+08:00', :now
                  from cycle.year_package
                """)
                .param("person", worker().person())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private List<String> told() {
        return jdbc.sql("select sentence from notification.message where recipient = :to and template = 'ASSISTED'")
                .param("to", "person:" + worker().person())
                .query(String.class)
                .list();
    }

    /** The lines of audit on the file by one of the cast. */
    private List<String> written(String who) {
        return jdbc.sql("""
                select act || ' ' || detail from audit.line
                 where account = :account and subject = :subject and kind = 'DONE'
                """)
                .param("account", cast.actor(who).account())
                .param("subject", "application:" + number())
                .query(String.class)
                .list();
    }
}

package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Progress;
import org.gongkao.application.ReviewItem;
import org.gongkao.application.SystemActs;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.Reviewing.Found;
import org.gongkao.application.review.Reviewing.UnitsWord;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 申报及资格审查程序 (notice 二(一)、三、四): one file through unit, department and county, and every way back. */
class ReviewFlowTest extends DatabaseTest {

    @Autowired
    Applications applications;

    @Autowired
    ItemFindings findings;

    @Autowired
    WorkerActs worker;

    @Autowired
    Reviewing reviewing;

    @Autowired
    DecidingObjection deciding;

    @Autowired
    SystemActs system;

    @Autowired
    org.gongkao.person.Persons persons;

    @Autowired
    Cycles cycles;

    @Test
    void 个人提出申请_经所在单位及主管部门同意_方可申报() {
        var number = submitted();
        approve(number, Cast.UNIT);
        assertThat(holder(number)).startsWith("department:");
        approve(number, Cast.DEPARTMENT);
        assertThat(holder(number)).isEqualTo("agency:410305");
        approve(number, Cast.COUNTY);
        assertThat(state(number)).isEqualTo(ApplicationState.PAYMENT_DUE);
    }

    @Test
    void taking_back_is_offered_only_until_the_unit_has_let_the_file_pass() {
        var number = submitted();
        assertThat(mvc.get().uri("/application").with(cast.as(Cast.WORKER)))
                .bodyText()
                .contains("确认撤回");
        approve(number, Cast.UNIT);
        assertThat(mvc.get().uri("/application").with(cast.as(Cast.WORKER)))
                .bodyText()
                .contains("确认撤销")
                .doesNotContain("确认撤回", "单位还没有审核");
    }

    @Test
    void who_is_looked_for_among_what_waits_is_looked_for_among_all_with_one_click() {
        approve(submitted(), Cast.UNIT);
        assertThat(mvc.get().uri("/reviews").param("name", "陈立民").with(cast.as(Cast.UNIT)))
                .bodyText()
                .contains("/reviews?desk=all&amp;name=%E9%99%88%E7%AB%8B%E6%B0%91", "在全部申报中查找");
        assertThat(mvc.get()
                        .uri("/reviews")
                        .param("desk", "all")
                        .param("name", "陈立民")
                        .with(cast.as(Cast.UNIT)))
                .bodyText()
                .contains("/reviews/2023")
                .doesNotContain("在全部申报中查找");
    }

    @Test
    void 市直各单位的申报人员报市工考管理机构进行资格审查() {
        var number = submitted(Cast.CITY_WORKER, CastSeeds.CITY_UNIT);
        approve(number, Cast.CITY_UNIT);
        approve(number, Cast.CITY_DEPARTMENT);
        assertThat(holder(number)).isEqualTo("agency:410300");
        refuses(404, () -> applications.get(number, actor(Cast.OTHER_COUNTY)));
    }

    @Test
    void a_tier_approves_only_when_every_item_carries_its_own_finding() {
        var number = submitted();
        var one = found(number, ItemOutcome.MET).subList(0, 1);
        refuses(
                ApplicationRefusal.ITEMS_OPEN,
                () -> reviewing.approve(
                        number, version(number), one, new UnitsWord("刘芳", false), actor(Cast.UNIT), clock.instant()));
    }

    @Test
    void what_does_not_hold_bars_approval() {
        var number = submitted();
        refuses(
                ApplicationRefusal.ITEMS_OPEN,
                () -> reviewing.approve(
                        number,
                        version(number),
                        found(number, ItemOutcome.UNMET),
                        new UnitsWord("刘芳", false),
                        actor(Cast.UNIT),
                        clock.instant()));
    }

    @Test
    void the_units_approval_names_the_responsible_person() {
        var number = submitted();
        refuses(
                ApplicationRefusal.RESPONSIBLE_MISSING,
                () -> reviewing.approve(
                        number,
                        version(number),
                        found(number, ItemOutcome.MET),
                        new UnitsWord(" ", false),
                        actor(Cast.UNIT),
                        clock.instant()));
    }

    @Test
    void an_item_to_be_checked_on_site_bars_the_last_tier_until_the_original_was_seen() {
        var number = submitted();
        approve(number, Cast.UNIT, ItemOutcome.ON_SITE);
        approve(number, Cast.DEPARTMENT);
        refuses(ApplicationRefusal.ORIGINAL_NOT_SEEN, () -> approve(number, Cast.COUNTY));
        for (var item : items(number)) {
            reviewing.seeOriginal(number, version(number), item.key(), actor(Cast.COUNTY), clock.instant());
        }
        approve(number, Cast.COUNTY);
        assertThat(state(number)).isEqualTo(ApplicationState.PAYMENT_DUE);
    }

    @Test
    void a_corrected_file_goes_back_to_the_tier_that_sent_it_and_lower_ones_are_asked_only_about_what_changed() {
        var number = submitted();
        approve(number, Cast.UNIT);
        approve(number, Cast.DEPARTMENT);
        sendBack(number, Cast.COUNTY);
        assertThat(state(number)).isEqualTo(ApplicationState.RETURNED);
        submit(number, Cast.WORKER);
        assertThat(holder(number)).isEqualTo("agency:410305");
        sendBack(number, Cast.COUNTY);
        change(number);
        submit(number, Cast.WORKER);
        assertThat(holder(number)).isEqualTo("unit:" + CastSeeds.COUNTY_UNIT);
        approve(number, Cast.UNIT);
        approve(number, Cast.DEPARTMENT);
        assertThat(holder(number)).isEqualTo("agency:410305");
    }

    @Test
    void all_defects_are_told_at_once_or_the_file_is_not_returned() {
        var number = submitted();
        var one = found(number, ItemOutcome.UNMET).subList(0, 1);
        refuses(
                ApplicationRefusal.DEFECTS_MISSING,
                () -> reviewing.returnForCorrection(
                        number, version(number), one, "", actor(Cast.UNIT), clock.instant()));
    }

    @Test
    void nobody_returns_a_file_once_correction_is_over() {
        var number = submitted();
        approve(number, Cast.UNIT);
        approve(number, Cast.DEPARTMENT);
        clock.set("2023-04-09T00:00:00");
        refuses(ApplicationRefusal.WINDOW_CLOSED, () -> sendBack(number, Cast.COUNTY));
        approve(number, Cast.COUNTY);
    }

    @Test
    void 单位逾期未审_the_answering_agency_gives_a_date_and_nothing_is_approved_without_the_unit() {
        var number = submitted();
        clock.set("2023-04-04T00:00:00");
        refuses(ApplicationRefusal.WINDOW_CLOSED, () -> approve(number, Cast.UNIT));
        refuses(ApplicationRefusal.NOT_ALLOWED_NOW, () -> approve(number, Cast.COUNTY));
        assertThat(mvc.get().uri("/application").with(cast.as(Cast.WORKER)))
                .bodyText()
                .contains("已逾期，由工考管理机构另定期限")
                .doesNotContain("在这之前审完");
        reviewing.remind(
                number,
                version(number),
                clock.instant().plus(Duration.ofDays(2)),
                "请尽快审核",
                actor(Cast.COUNTY),
                clock.instant());
        approve(number, Cast.UNIT);
        approve(number, Cast.DEPARTMENT);
        approve(number, Cast.COUNTY);
        assertThat(state(number)).isEqualTo(ApplicationState.PAYMENT_DUE);
    }

    @Test
    void what_an_agency_has_not_decided_stays_open_with_it() {
        var number = submitted();
        approve(number, Cast.UNIT);
        approve(number, Cast.DEPARTMENT);
        clock.set("2023-05-20T09:00:00");
        system.endOfDay(clock.instant());
        approve(number, Cast.COUNTY);
        assertThat(state(number)).isEqualTo(ApplicationState.PAYMENT_DUE);
        system.endOfDay(clock.instant());
        assertThat(state(number)).isEqualTo(ApplicationState.PAYMENT_DUE);
    }

    @Test
    void the_worker_objects_once_to_the_tier_above_which_reopens_with_dates_of_its_own() {
        var number = submitted();
        reject(number, Cast.UNIT);
        worker.object(number, version(number), "证书确已取得", actor(Cast.WORKER), clock.instant());
        assertThat(holder(number)).startsWith("department:");
        clock.set("2023-05-08T09:00:00");
        deciding.reopen(number, version(number), "理由成立", "考务通知 二（一）", actor(Cast.DEPARTMENT), clock.instant());
        assertThat(holder(number)).startsWith("unit:");
        sendBack(number, Cast.UNIT);
        submit(number, Cast.WORKER);
        reject(number, Cast.UNIT);
        refuses(
                ApplicationRefusal.WINDOW_CLOSED,
                () -> worker.object(number, version(number), "再次申诉", actor(Cast.WORKER), clock.instant()));
        system.endOfDay(clock.instant());
        assertThat(state(number)).isEqualTo(ApplicationState.REJECTED_FINALLY);
    }

    @Test
    void where_no_tier_is_above_an_objection_is_heard_by_another_than_who_rejected() {
        var number = submitted();
        approve(number, Cast.UNIT);
        approve(number, Cast.DEPARTMENT);
        jdbc.sql("update application.application set overseer = null where number = :number")
                .param("number", number)
                .update();
        reject(number, Cast.COUNTY);
        worker.object(number, version(number), "证书确已取得", actor(Cast.WORKER), clock.instant());
        var officer = actor(Cast.COUNTY);
        refuses(
                ApplicationRefusal.OWN_REJECTION,
                () -> deciding.uphold(number, version(number), "维持", "考务通知 三", officer, clock.instant()));
        refuses(
                ApplicationRefusal.OWN_REJECTION,
                () -> deciding.reopen(number, version(number), "恢复", "考务通知 三", officer, clock.instant()));
        var other = actor(Cast.OTHER_COUNTY);
        var colleague = new Actor(other.account(), "同事", officer.role(), officer.officeText(), other.personId());
        deciding.uphold(number, version(number), "维持", "考务通知 三", colleague, clock.instant());
        assertThat(state(number)).isEqualTo(ApplicationState.REJECTED_FINALLY);
    }

    @Test
    void two_officers_on_one_file_the_second_is_told_and_nothing_is_overwritten() {
        var number = submitted();
        int seen = version(number);
        approve(number, Cast.UNIT);
        refuses(
                409,
                () -> reviewing.approve(
                        number,
                        seen,
                        found(number, ItemOutcome.MET),
                        new UnitsWord("刘芳", false),
                        actor(Cast.UNIT),
                        clock.instant()));
    }

    @Test
    void nobody_decides_on_two_tiers_of_one_file() {
        var number = submitted();
        approve(number, Cast.UNIT);
        var clerk = actor(Cast.UNIT);
        var moved = new Actor(
                clerk.account(),
                clerk.name(),
                org.gongkao.shared.Role.DEPARTMENT_CLERK,
                actor(Cast.DEPARTMENT).officeText(),
                clerk.personId());
        refuses(
                ApplicationRefusal.DECIDED_ON_OTHER_TIER,
                () -> reviewing.approve(
                        number,
                        version(number),
                        found(number, ItemOutcome.MET),
                        new UnitsWord("", false),
                        moved,
                        clock.instant()));
    }

    @Test
    void drafts_end_at_the_bell_and_not_before() {
        var number = begun(Cast.WORKER, CastSeeds.COUNTY_UNIT);
        clock.set("2023-03-28T23:59:59.999");
        system.endOfDay(clock.instant());
        assertThat(state(number)).isEqualTo(ApplicationState.DRAFT);
        clock.set("2023-03-29T00:00:00.000");
        system.endOfDay(clock.instant());
        assertThat(state(number)).isEqualTo(ApplicationState.LAPSED);
    }

    @Test
    void handing_in_at_24_hours_is_too_late_and_a_millisecond_before_is_in_time() {
        var number = begun(Cast.WORKER, CastSeeds.COUNTY_UNIT);
        clock.set("2023-03-29T00:00:00.000");
        refuses(ApplicationRefusal.WINDOW_CLOSED, () -> submit(number, Cast.WORKER));
        clock.set("2023-03-28T23:59:59.999");
        submit(number, Cast.WORKER);
        assertThat(state(number)).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void what_the_worker_took_back_to_change_no_office_sees() {
        var number = submitted();
        worker.recall(number, version(number), actor(Cast.WORKER), clock.instant());
        refuses(404, () -> applications.get(number, actor(Cast.UNIT)));
        refuses(404, () -> applications.get(number, actor(Cast.COUNTY)));
        assertThat(applications.get(number, actor(Cast.WORKER)).state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void one_application_a_person_and_year_unless_withdrawn() {
        var number = begun(Cast.WORKER, CastSeeds.COUNTY_UNIT);
        refuses(ApplicationRefusal.ALREADY_APPLIED, () -> begun(Cast.WORKER, CastSeeds.COUNTY_UNIT));
        worker.withdraw(number, version(number), "", actor(Cast.WORKER), clock.instant());
        assertThat(begun(Cast.WORKER, CastSeeds.COUNTY_UNIT)).isNotEqualTo(number);
    }

    @Test
    void the_pages_of_queue_and_file_show_and_take_a_decision() {
        var number = submitted();
        assertThat(mvc.get().uri("/reviews").with(cast.as(Cast.UNIT)))
                .hasStatusOk()
                .bodyText()
                .contains("陈立民");
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.UNIT)))
                .hasStatusOk()
                .bodyText()
                .contains("逐项核对");
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.OTHER_COUNTY)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/reviews/" + number)
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .param("version", "" + version(number))
                        .param("act", "approve"))
                .hasStatus(422)
                .bodyText()
                .contains("还不能通过");
    }

    @Test
    void a_file_is_found_by_the_whole_id_number_or_the_phone_which_never_stand_in_an_address() {
        var number = submitted();
        assertThat(mvc.post()
                        .uri("/reviews/search")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .param("term", idNumber()))
                .hasRedirectedUrl("/reviews/" + number);
        assertThat(mvc.post()
                        .uri("/reviews/search")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .param("term", "138 0000 0001"))
                .hasRedirectedUrl("/reviews/" + number);
        assertThat(mvc.post()
                        .uri("/reviews/search")
                        .with(cast.as(Cast.OTHER_COUNTY))
                        .with(csrf())
                        .param("term", idNumber()))
                .hasStatus(422)
                .bodyText()
                .contains("没有找到这个号码的申报", "value=\"" + idNumber() + "\"")
                .doesNotContain("/reviews/" + number);
        assertThat(mvc.get().uri("/reviews/export?desk=mine").with(cast.as(Cast.UNIT)))
                .hasStatusOk();
    }

    @Test
    void the_second_officer_is_told_that_another_decided_and_not_what_is_missing_in_the_own_opinion() {
        var number = submitted();
        int seen = version(number);
        sendBack(number, Cast.UNIT);
        assertThat(mvc.post()
                        .uri("/reviews/" + number)
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .param("version", "" + seen)
                        .param("outcome.post", "UNMET")
                        .param("act", "return"))
                .hasStatus(409)
                .bodyText()
                .contains("没有办成", "刚刚被他人办理过")
                .doesNotContain("处需要改正", "请写明", "#f-decision");
    }

    @Test
    void of_two_officers_of_one_office_the_second_reads_whose_findings_stand_and_covers_none_of_them() {
        var number = submitted();
        int seen = version(number);
        var clerk = actor(Cast.UNIT);
        var colleague = new Actor(
                clerk.account() + 9000,
                "赵敏",
                clerk.role(),
                clerk.officeText(),
                actor(Cast.CITY_UNIT).personId());
        reviewing.note(
                number,
                seen,
                List.of(new Found("post", ItemOutcome.UNMET, Basis.ORIGINAL, "盖章不清", "重新盖章")),
                colleague,
                clock.instant());
        var second = post(number, "" + seen, "0", "outcome.post", "MET", "outcome.education", "ON_SITE");
        assertThat(second)
                .hasStatus(409)
                .bodyText()
                .contains("赵敏刚保存了 1 项核对结果", "赵敏 2023年3月15日 10:00 核对：不符合", "盖章不清", "您刚才填的没有保存：符合");
        assertThat(checked(second.getResponse(), "post")).isEqualTo("UNMET");
        assertThat(checked(second.getResponse(), "education")).as("input kept").isEqualTo("ON_SITE");
        assertThat(findings.of(applications.get(number, clerk)).defects(clerk.office()))
                .singleElement()
                .satisfies(f -> assertThat(f.foundBy()).isEqualTo("赵敏"));
    }

    private static String checked(org.springframework.mock.web.MockHttpServletResponse page, String item) {
        var html = new String(page.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        var box = java.util.regex.Pattern.compile("name=\"outcome." + item + "\" value=\"([A-Z_]+)\" checked")
                .matcher(html);
        return box.find() ? box.group(1) : "";
    }

    @Test
    void a_half_filled_finding_is_told_in_one_sentence() {
        var number = submitted();
        var answer = post(number, "" + version(number), "0", "outcome.post", "UNMET");
        assertThat(answer).hasStatus(422).bodyText().contains("的核对依据、哪里不符合、怎样改正。");
        assertThat(answer).bodyText().contains("有 1 处需要改正");
    }

    @Test
    void the_original_is_asked_for_only_with_the_reason_which_the_next_office_reads() {
        var number = submitted();
        assertThat(post(number, "" + version(number), "0", "outcome.post", "ON_SITE"))
                .hasStatus(422)
                .bodyText()
                .contains("的为什么要现场核对。");
        assertThat(post(number, "" + version(number), "0", "outcome.post", "ON_SITE", "problem.post", "印章看不清"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.DEPARTMENT)))
                .bodyText()
                .contains("待现场核对，印章看不清");
    }

    @Test
    void a_unit_whose_time_is_over_reads_that_the_agency_gives_a_new_date() {
        var number = submitted();
        clock.set("2023-04-04T00:00:00");
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.UNIT)))
                .bodyText()
                .contains("审核时间已过，请等工考管理机构另定期限")
                .doesNotContain("现在没有要您办的事");
    }

    @Test
    void reason_and_clause_stand_before_the_objection_and_the_objection_before_the_items() {
        var number = submitted();
        reject(number, Cast.UNIT);
        assertThat(mvc.get().uri("/application").with(cast.as(Cast.WORKER)))
                .bodyText()
                .containsSubsequence("审核结果", "不在考核对象范围", "考务通知 一（一）", "申诉理由");
        worker.object(number, version(number), "证书确已取得", actor(Cast.WORKER), clock.instant());
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.DEPARTMENT)))
                .bodyText()
                .containsSubsequence("申报人的申诉", "证书确已取得", "不在考核对象范围", "逐项核对");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(
            String number, String version, String newest, String... typed) {
        var request = mvc.post()
                .uri("/reviews/" + number)
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .param("version", version)
                .param("newest", newest);
        for (int i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return request.exchange();
    }

    private String idNumber() {
        return persons.reveal(actor(Cast.WORKER).person(), "核对申报人身份", actor(Cast.UNIT));
    }

    private String submitted() {
        return submitted(Cast.WORKER, CastSeeds.COUNTY_UNIT);
    }

    private String submitted(String worker, String unit) {
        var number = begun(worker, unit);
        submit(number, worker);
        return number;
    }

    private String begun(String worker, String unit) {
        var cycle = cycles.current(clock.instant());
        var draft = new Application(
                0,
                "",
                actor(worker).person(),
                cycle.year(),
                cycle.packageId(),
                Level.THREE,
                FilledFile.OCCUPATION,
                unit,
                null,
                Progress.DRAFT,
                0);
        var number = applications.begin(draft, clock.instant()).number();
        FilledFile.fill(jdbc, number, clock.instant());
        return number;
    }

    private void change(String number) {
        jdbc.sql(
                        "update application.application set record = jsonb_set(record, '{post,post}', '\"炊事员\"') where number = :number")
                .param("number", number)
                .update();
    }

    private void submit(String number, String worker) {
        FilledFile.attach(jdbc, number, "OTHER", clock.instant().plusMillis(1));
        this.worker.submit(number, version(number), actor(worker), clock.instant());
    }

    private void approve(String number, String officer) {
        approve(number, officer, ItemOutcome.MET);
    }

    private void approve(String number, String officer, ItemOutcome outcome) {
        reviewing.approve(
                number,
                version(number),
                found(number, outcome),
                new UnitsWord("刘芳", false),
                actor(officer),
                clock.instant());
    }

    private void sendBack(String number, String officer) {
        reviewing.returnForCorrection(
                number, version(number), found(number, ItemOutcome.UNMET), "", actor(officer), clock.instant());
        // What is found afterwards is found later.
        clock.pass(Duration.ofSeconds(1));
    }

    private void reject(String number, String officer) {
        reviewing.reject(number, version(number), List.of(), "不在考核对象范围", "考务通知 一（一）", actor(officer), clock.instant());
    }

    private List<Found> found(String number, ItemOutcome outcome) {
        return items(number).stream()
                .map(i -> new Found(i.key(), outcome, Basis.PERSONNEL_FILE, "看不清", "重新上传"))
                .toList();
    }

    private List<ReviewItem> items(String number) {
        return findings.items(applications.get(number, Actor.SYSTEM));
    }

    private ApplicationState state(String number) {
        return applications.get(number, Actor.SYSTEM).state();
    }

    private String holder(String number) {
        return String.valueOf(applications.get(number, Actor.SYSTEM).progress().holder());
    }

    private int version(String number) {
        return applications.get(number, Actor.SYSTEM).version();
    }

    private Actor actor(String username) {
        return cast.actor(username);
    }

    private static void refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static void refuses(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason().status()).isEqualTo(status));
    }
}

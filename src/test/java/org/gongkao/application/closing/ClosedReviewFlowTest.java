package org.gongkao.application.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkao.application.closing.Reports.CITY;
import static org.gongkao.application.closing.Reports.COUNTY;

import java.util.Arrays;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.SystemActs;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agency has reported it decides on no further; what is not its to decide goes on. */
class ClosedReviewFlowTest extends DatabaseTest {

    @Autowired
    private GivenFile files;

    @Autowired
    private WorkerActs worker;

    @Autowired
    private SystemActs system;

    @Autowired
    private Applications applications;

    @Autowired
    private DecidingAfterClosing guard;

    private Reports reports;
    private String file = "";

    /** Before the county when its review was over and closed. */
    private String open = "";

    @BeforeEach
    void given() {
        reports = new Reports(mvc, cast);
        clock.set("2023-04-11T09:00:00");
        file = inReview(Cast.WORKER);
        open = inReview(Cast.CITY_WORKER);
    }

    private String inReview(String applicant) {
        return files.inReview(cast.actor(applicant), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    private void close() {
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
    }

    private void approve(String number) {
        files.approve(number, cast.actor(Cast.COUNTY), clock.instant());
    }

    private Application file(String number) {
        return applications.get(number, Actor.SYSTEM);
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(ClosingRefusal.REVIEW_CLOSED));
    }

    @Test
    void after_the_closing_the_county_decides_on_no_file_until_the_city_reopens_with_a_reason() {
        close();
        refused(() -> approve(open));
        refused(() -> files.reject(open, "年限不足", "豫人社工考〔2013〕1号", cast.actor(Cast.COUNTY), clock.instant()));
        assertThat(reports.page(Cast.COUNTY, "/reviews/" + open))
                .bodyText()
                .contains("本机构的审查已汇总上报，不能再审核或更正此申报")
                .doesNotContain("value=\"approve\"");
        assertThat(reports.receive(Cast.CITY, COUNTY, "REOPEN", ""))
                .as("not without a reason")
                .hasStatus(422);
        assertThat(reports.receive(Cast.CITY, COUNTY, "REOPEN", "有 2 份申报没有审结")).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("已重新打开", "重新打开的理由：有 2 份申报没有审结");
        approve(open);
        approve(file);
        close();
    }

    @Test
    void a_return_is_refused_too() {
        clock.set("2023-04-08T09:00:00");
        approve(file);
        approve(open);
        clock.set("2023-04-08T10:00:00");
        close();
        var county = cast.actor(Cast.COUNTY);
        for (var act : Set.of(Act.APPROVE, Act.RETURN, Act.REJECT, Act.CORRECT)) {
            assertThat(guard.against(file(open), act, county)).as("%s", act).isPresent();
        }
    }

    @Test
    void sending_back_the_report_opens_no_decision() {
        close();
        reports.receive(Cast.CITY, COUNTY, "SEND_BACK", "责任人写错了");
        refused(() -> approve(open));
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"APPROVE", "RETURN", "REJECT", "CORRECT"})
    void no_other_act_is_held_up(Act act) {
        close();
        for (var actor : new Actor[] {
            Actor.SYSTEM, cast.actor(Cast.WORKER), cast.actor(Cast.COUNTY), cast.actor(Cast.CITY), cast.actor(Cast.UNIT)
        }) {
            assertThat(guard.against(file(open), act, actor))
                    .as("%s by %s", act, actor)
                    .isEmpty();
        }
    }

    @Test
    void what_a_unit_finds_goes_on() {
        close();
        for (var act : Act.values()) {
            assertThat(guard.against(file(open), act, cast.actor(Cast.UNIT))).isEmpty();
        }
    }

    @Test
    void a_payment_still_counts_and_a_bell_still_rings() {
        approve(file);
        clock.set("2023-04-11T10:00:00");
        approve(open);
        close();
        system.paid(file, clock.instant());
        assertThat(files.state(file)).isEqualTo("PAID");
        clock.set("2023-06-01T09:00:00");
        system.endOfDay(clock.instant());
        assertThat(files.state(open)).isEqualTo("LAPSED");
        assertThat(reports.page(Cast.COUNTY, COUNTY))
                .as("neither changes what the review came to")
                .bodyText()
                .doesNotContain("发生变化");
    }

    @Test
    void a_fact_is_corrected_no_more() {
        approve(file);
        system.paid(file, clock.instant());
        assertThat(correct("410305198001011221")).as("before the closing").hasStatus3xxRedirection();
        close();
        assertThat(correct("410305198001011248")).hasStatus(409).bodyText().contains("本机构的审查已汇总上报");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult correct(String number) {
        var roster = "/rosters/" + CastSeeds.COUNTY_UNIT;
        var line = java.util.regex.Pattern.compile("value=\"(" + file + "~[0-9a-f]{64})\"")
                .matcher(reports.body(Cast.COUNTY, roster));
        assertThat(line.find()).isTrue();
        return reports.post(
                Cast.COUNTY,
                roster + "/corrections",
                "lineText",
                line.group(1),
                "fact",
                "NUMBER",
                "number",
                number,
                "why",
                "与身份证核对");
    }

    @Test
    void what_the_city_brings_back_after_an_objection_is_decided_for_that_reason_and_nothing_else_with_it() {
        files.reject(file, "年限不足", "豫人社工考〔2013〕1号", cast.actor(Cast.COUNTY), clock.instant());
        close();
        worker.object(file, file(file).version(), "工龄有档案可查", cast.actor(Cast.WORKER), clock.instant());
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("上报后有 1 份申报发生变化", "申诉未决");
        assertThat(reports.post(
                        Cast.CITY,
                        "/reviews/" + file,
                        "version",
                        "" + file(file).version(),
                        "act",
                        "reopen",
                        "reason",
                        "档案记载的工龄未计入",
                        "clause",
                        "豫人社工考〔2013〕1号"))
                .hasStatus3xxRedirection();
        refused(() -> approve(open));
        assertThatCode(() -> approve(file)).doesNotThrowAnyException();
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("第 2 版", "上报后有变化，补报");
        assertThat(guard.against(file(file), Act.CORRECT, cast.actor(Cast.COUNTY)))
                .as("the newer report has the answer: it is closed again")
                .isPresent();
    }

    @Test
    void what_the_city_had_brought_back_before_the_closing_and_was_not_answered_is_still_decided() {
        files.reject(file, "年限不足", "豫人社工考〔2013〕1号", cast.actor(Cast.COUNTY), clock.instant());
        worker.object(file, file(file).version(), "工龄有档案可查", cast.actor(Cast.WORKER), clock.instant());
        reports.post(
                Cast.CITY,
                "/reviews/" + file,
                "version",
                "" + file(file).version(),
                "act",
                "reopen",
                "reason",
                "档案记载的工龄未计入",
                "clause",
                "豫人社工考〔2013〕1号");
        close();
        assertThatCode(() -> approve(file)).doesNotThrowAnyException();
        refused(() -> approve(open));
    }

    @Test
    void the_citys_own_review_is_closed_by_its_own_report_and_by_no_countys() {
        close();
        var city = cast.actor(Cast.CITY);
        var own = jdbc.sql("update application.application set authority = 'agency:410300', holder = 'agency:410300',"
                        + " route = array['agency:410300'], overseer = 'agency:410000' where number = :number")
                .param("number", open)
                .update();
        assertThat(own).isOne();
        assertThat(guard.against(file(open), Act.APPROVE, city)).isEmpty();
        assertThat(reports.close(Cast.CITY, CITY)).hasRedirectedUrl(CITY);
        assertThat(guard.against(file(open), Act.APPROVE, city)).isPresent();
    }

    @Test
    void a_closing_of_one_year_closes_no_other() {
        close();
        var file = file(open);
        var next = new Application(
                file.id(),
                file.number(),
                file.personId(),
                file.year() + 1,
                file.packageId(),
                file.level(),
                file.occupation(),
                file.unitCode(),
                file.filing(),
                file.progress(),
                file.version());
        assertThat(guard.against(next, Act.APPROVE, cast.actor(Cast.COUNTY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRAFT"})
    void every_state_of_a_file_has_its_conclusion(ApplicationState state) {
        jdbc.sql(
                        "update application.application set state = :state, holder = case when :held then holder end where number = :number")
                .param("state", state.name())
                .param("held", state == ApplicationState.IN_REVIEW || state == ApplicationState.OBJECTED)
                .param("number", open)
                .update();
        jdbc.sql("""
                insert into application.act (application_id, act, from_state, to_state, account_id, actor_name, role, at)
                select id, 'LAPSE', 'RETURNED', 'LAPSED', 0, '系统', 'SYSTEM', now() from application.application
                 where number = :number and state = 'LAPSED'
                """).param("number", open).update();
        var conclusion = jdbc.sql("select conclusion from application.v_conclusion where number = :number")
                .param("number", open)
                .query(String.class)
                .single();
        assertThat(Arrays.stream(Conclusion.values()).map(Enum::name)).contains(conclusion);
    }

    /** 取消当年申报资格 and its revocation, as the file's own history has it. */
    private void moved(Act act, String from, String to) {
        jdbc.sql("""
                insert into application.act (application_id, act, from_state, to_state, account_id, actor_name, role, at)
                select id, :act, :from, :to, 0, '系统', 'SYSTEM', now() from application.application where number = :number
                """)
                .param("act", act.name())
                .param("from", from)
                .param("to", to)
                .param("number", open)
                .update();
        jdbc.sql(
                        "update application.application set state = :to, holder = case when :held then authority end where number = :number")
                .param("to", to)
                .param("held", to.equals("IN_REVIEW"))
                .param("number", open)
                .update();
    }

    @Test
    void what_a_revoked_decision_gives_back_is_decided_for_that_reason_and_comes_into_a_newer_report() {
        moved(Act.CANCEL, "IN_REVIEW", "CANCELLED");
        approve(file);
        close();
        moved(Act.REINSTATE, "CANCELLED", "IN_REVIEW");
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("上报后有 1 份申报发生变化");
        assertThatCode(() -> approve(open)).doesNotThrowAnyException();
        assertThat(guard.against(file(file), Act.CORRECT, cast.actor(Cast.COUNTY)))
                .as("nothing else with it")
                .isPresent();
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
        assertThat(guard.against(file(open), Act.CORRECT, cast.actor(Cast.COUNTY)))
                .as("the newer report has the answer: it is closed again")
                .isPresent();
    }

    @Test
    void an_approved_file_that_is_given_back_changes_the_report_and_opens_no_decision() {
        approve(open);
        moved(Act.CANCEL, "PAYMENT_DUE", "CANCELLED");
        close();
        moved(Act.REINSTATE, "CANCELLED", "PAYMENT_DUE");
        assertThat(reports.page(Cast.COUNTY, COUNTY)).bodyText().contains("上报后有 1 份申报发生变化", "取消申报", "审查通过");
        for (var act : Set.of(Act.APPROVE, Act.RETURN, Act.REJECT, Act.CORRECT)) {
            assertThat(guard.against(file(open), act, cast.actor(Cast.COUNTY)))
                    .as("%s", act)
                    .isPresent();
        }
        assertThat(reports.close(Cast.COUNTY, COUNTY)).hasRedirectedUrl(COUNTY);
        assertThat(reports.page(Cast.COUNTY, COUNTY))
                .bodyText()
                .contains("第 2 版")
                .doesNotContain("发生变化");
    }

    @Test
    void what_was_reported_undecided_before_it_was_taken_is_as_undecided_when_it_is_given_back() {
        close();
        moved(Act.CANCEL, "IN_REVIEW", "CANCELLED");
        moved(Act.REINSTATE, "CANCELLED", "IN_REVIEW");
        refused(() -> approve(open));
        reports.receive(Cast.CITY, COUNTY, "REOPEN", "有申报没有审结");
        approve(open);
    }
}

package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.Reviewing.Found;
import org.gongkao.application.review.Reviewing.UnitsWord;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 内部备注、批量办理、再次退回: what offices do together on a file, and many files at once. */
class ReviewTogetherTest extends DatabaseTest {

    @Autowired
    Applications applications;

    @Autowired
    ItemFindings findings;

    @Autowired
    WorkerActs worker;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Consenting consenting;

    @Autowired
    BatchDeciding batch;

    @Autowired
    JobSteps jobs;

    private String number = "";

    @BeforeEach
    void handed_in() {
        number = worker.handedIn(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
    }

    @Test
    void a_remark_is_shown_to_the_offices_on_the_route_and_never_to_the_worker() {
        assertThat(act(Cast.UNIT, "remark").param("remark", "档案第三页有涂改")).hasRedirectedUrl("/reviews/" + number);
        for (var office : List.of(Cast.UNIT, Cast.DEPARTMENT, Cast.COUNTY)) {
            assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(office)))
                    .bodyText()
                    .contains("档案第三页有涂改");
        }
        assertThat(mvc.get().uri("/application").with(cast.as(Cast.WORKER)))
                .bodyText()
                .doesNotContain("涂改");
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.CITY)))
                .bodyText()
                .doesNotContain("涂改");
        assertThat(act(Cast.OTHER_COUNTY, "remark").param("remark", "看看")).hasStatus(404);
    }

    @Test
    void an_empty_remark_is_refused_and_nothing_is_kept() {
        assertThat(act(Cast.UNIT, "remark").param("remark", " ")).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from application.note")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_batch_approves_only_what_carries_all_findings_of_the_office_and_says_why_not() {
        batch("approve", number, version());
        assertThat(outcome()).containsExactly("FAILED", ApplicationRefusal.ITEMS_OPEN.sentence());
        assertThat(findings.of(file()).newest()).isEmpty();
        reviewing.note(number, version(), found(Set.of()), actor(Cast.UNIT), clock.instant());
        batch("approve", number, version());
        assertThat(outcome()).containsExactly("DONE", "已通过。");
        assertThat(holder()).startsWith("department:");
    }

    @Test
    void a_batch_leaves_a_file_that_has_changed_since_it_was_chosen() {
        int seen = version();
        reviewing.note(number, version(), found(Set.of()), actor(Cast.UNIT), clock.instant());
        batch("approve", number, seen);
        assertThat(outcome()).first().isEqualTo("FAILED");
        assertThat(holder()).startsWith("unit:");
    }

    @Test
    void a_batch_returns_what_has_its_defects_named() {
        reviewing.note(number, version(), found(Set.of("post")), actor(Cast.UNIT), clock.instant());
        batch("return", number, version());
        assertThat(outcome()).first().isEqualTo("DONE");
        assertThat(file().state().name()).isEqualTo("RETURNED");
    }

    @Test
    void nothing_chosen_starts_no_job() {
        refuses(
                ApplicationRefusal.NOTHING_CHOSEN,
                () -> batch.start(List.of(), "approve", "刘芳", actor(Cast.UNIT), clock.instant()));
    }

    @Test
    void a_refused_batch_keeps_what_was_chosen_and_typed_on_the_list_that_it_was_chosen_on() {
        var chosen = number + "@" + version();
        assertThat(batched(chosen, " "))
                .as("a unit names who answers for it")
                .hasStatus(422)
                .bodyText()
                .contains(ApplicationRefusal.RESPONSIBLE_MISSING.sentence(), "value=\"" + chosen + "\" checked");
        assertThat(batched("", "刘芳"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        ApplicationRefusal.NOTHING_CHOSEN.sentence(),
                        "name=\"responsible\" maxlength=\"40\" autocomplete=\"off\" value=\"刘芳\"",
                        "name=\"level\" value=\"3\"");
        assertThat(jdbc.sql("select count(*) from job.job").query(Long.class).single())
                .isZero();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult batched(String chosen, String responsible) {
        return mvc.post()
                .uri("/reviews/batch")
                .param("chosen", chosen)
                .param("act", "approve")
                .param("responsible", responsible)
                .param("level", "3")
                .param("name", "")
                .param("after", "")
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .exchange();
    }

    @Test
    void a_second_return_for_what_could_be_seen_the_first_time_needs_the_reason_of_the_office_above() {
        returnedOnceFor("post");
        refuses(ApplicationRefusal.LATE_DEFECT, () -> sendBack(Cast.UNIT, "education"));
        reviewing.note(number, version(), found(Set.of("education")), actor(Cast.UNIT), clock.instant());
        refuses(
                ApplicationRefusal.CONSENT_WITHOUT_REASON,
                () -> consenting.consent(number, version(), " ", actor(Cast.DEPARTMENT), clock.instant()));
        refuses(
                ApplicationRefusal.NOT_ALLOWED_NOW,
                () -> consenting.consent(number, version(), "同意", actor(Cast.COUNTY), clock.instant()));
        refuses(
                ApplicationRefusal.NOT_ALLOWED_NOW,
                () -> consenting.consent(number, version(), "同意", actor(Cast.UNIT), clock.instant()));
        assertThat(act(Cast.DEPARTMENT, "consent").param("consent", "学历影响申报等级")).hasRedirectedUrl("/reviews/" + number);
        sendBack(Cast.UNIT, "education");
        assertThat(file().state().name()).isEqualTo("RETURNED");
        assertThat(mvc.get().uri("/reviews/" + number).with(cast.as(Cast.UNIT)))
                .bodyText()
                .contains("同意再次退回", "学历影响申报等级");
    }

    @Test
    void a_defect_that_was_named_or_is_new_is_returned_again_without_anybodys_consent() {
        returnedOnceFor("post");
        sendBack(Cast.UNIT, "post");
        later();
        jdbc.sql(
                        "update application.application set record = jsonb_set(record, '{education,school}', '\"洛阳一高\"') where number = :number")
                .param("number", number)
                .update();
        submit();
        sendBack(Cast.UNIT, "education");
        assertThat(file().state().name()).isEqualTo("RETURNED");
    }

    @Test
    void what_a_lower_tier_had_seen_and_not_named_binds_the_higher_one_too() {
        returnedOnceFor("post");
        reviewing.approve(
                number, version(), found(Set.of()), new UnitsWord("刘芳", false), actor(Cast.UNIT), clock.instant());
        refuses(ApplicationRefusal.LATE_DEFECT, () -> sendBack(Cast.DEPARTMENT, "education"));
    }

    private void returnedOnceFor(String item) {
        sendBack(Cast.UNIT, item);
        later();
        submit();
    }

    private void later() {
        clock.pass(Duration.ofMinutes(5));
    }

    private void submit() {
        FilledFile.attach(jdbc, number, "OTHER", clock.instant());
        worker.submit(number, version(), actor(Cast.WORKER), clock.instant());
    }

    private void sendBack(String officer, String item) {
        reviewing.returnForCorrection(number, version(), found(Set.of(item)), "", actor(officer), clock.instant());
    }

    private void batch(String act, String number, int version) {
        batch.start(List.of(number + "@" + version), act, "刘芳", actor(Cast.UNIT), clock.instant());
        jobs.runAll();
    }

    private List<String> outcome() {
        return jdbc.sql("select outcome, sentence from job.result order by job_id desc, row_no desc limit 1")
                .query((row, n) -> List.of(row.getString("outcome"), row.getString("sentence")))
                .single();
    }

    private List<Found> found(Set<String> unmet) {
        return findings.items(file()).stream()
                .map(item -> unmet.contains(item.key())
                        ? new Found(item.key(), ItemOutcome.UNMET, Basis.PERSONNEL_FILE, "与档案不一致", "按档案改")
                        : new Found(item.key(), ItemOutcome.MET, Basis.PERSONNEL_FILE, "", ""))
                .toList();
    }

    private org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder act(
            String officer, String act) {
        return mvc.post()
                .uri("/reviews/" + number)
                .with(cast.as(officer))
                .with(csrf())
                .param("version", "" + version())
                .param("act", act);
    }

    private Application file() {
        return applications.get(number, Actor.SYSTEM);
    }

    private int version() {
        return file().version();
    }

    private String holder() {
        return String.valueOf(file().progress().holder());
    }

    private Actor actor(String username) {
        return cast.actor(username);
    }

    private static void refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }
}

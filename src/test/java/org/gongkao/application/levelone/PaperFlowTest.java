package org.gongkao.application.levelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 申报一级（高级技师）的，须提交个人纸质申报材料1份 (notice 四(二)): from the person to the agency, and back when the file ends. */
class PaperFlowTest extends DatabaseTest {

    @Autowired
    private GivenLevelOne given;

    @Autowired
    private WorkerActs worker;

    @Autowired
    private Applications applications;

    @Autowired
    private MovingPapers moving;

    @Autowired
    private PaperFiles papers;

    @Autowired
    private JobSteps jobs;

    private String number = "";

    @BeforeEach
    void handed_in() {
        number = given.handedIn(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
    }

    @Test
    void a_paper_goes_from_the_unit_to_the_agency_and_each_office_gives_a_receipt() {
        act("RECEIVE", Cast.UNIT);
        act("FORWARD", Cast.UNIT);
        act("RECEIVE", Cast.DEPARTMENT);
        act("FORWARD", Cast.DEPARTMENT);
        act("RECEIVE", Cast.COUNTY);
        refuses(LevelOneRefusal.LAST_OFFICE, "FORWARD", Cast.COUNTY);
        refuses(LevelOneRefusal.FILE_UNDER_WAY, "GIVE_BACK", Cast.COUNTY);
        var acts = papers.acts(paper(Cast.COUNTY));
        assertThat(acts)
                .extracting(PaperFiles.ActLine::act)
                .containsExactly(
                        PaperAct.RECEIVE, PaperAct.FORWARD, PaperAct.RECEIVE, PaperAct.FORWARD, PaperAct.RECEIVE);
        assertThat(acts.stream().map(PaperFiles.ActLine::receipt).filter(receipt -> receipt != null))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(receipt -> receipt.matches("Z2023[0-9]{6}"));
        assertThat(get("/papers/" + number, Cast.COUNTY))
                .bodyText()
                .contains("收到本人交来的材料", "收到涧西区教育体育局转来的材料", "在", "收件凭证");
        assertThat(jdbc.sql("select count(*) from audit.line where act like '纸质材料：%' and subject = :file")
                        .param("file", "application:" + number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void what_was_forwarded_by_mistake_is_taken_back_until_it_has_arrived() {
        act("RECEIVE", Cast.UNIT);
        act("FORWARD", Cast.UNIT);
        act("TAKE_BACK", Cast.UNIT);
        refuses(LevelOneRefusal.PAPER_NOT_NOW, "RECEIVE", Cast.DEPARTMENT);
        act("FORWARD", Cast.UNIT);
        act("RECEIVE", Cast.DEPARTMENT);
        refuses(LevelOneRefusal.PAPER_NOT_NOW, "TAKE_BACK", Cast.UNIT);
    }

    @Test
    void once_the_file_has_ended_the_paper_goes_back_to_the_person_and_no_further() {
        act("RECEIVE", Cast.UNIT);
        worker.withdraw(number, version(), "", actor(Cast.WORKER), clock.instant());
        refuses(LevelOneRefusal.FILE_OVER, "FORWARD", Cast.UNIT);
        assertThat(get("/papers/" + number, Cast.UNIT)).bodyText().contains("请把纸质材料退还本人");
        act("GIVE_BACK", Cast.UNIT);
        assertThat(get("/application/paper", Cast.WORKER)).bodyText().contains("已退还本人");
        refuses(LevelOneRefusal.FILE_OVER, "RECEIVE", Cast.UNIT);
    }

    /** A revoked decision gives the file back after the paper had gone back to the person. */
    @Test
    void a_paper_that_was_given_back_is_brought_again_when_its_file_goes_on() {
        act("RECEIVE", Cast.UNIT);
        state("CANCELLED");
        act("GIVE_BACK", Cast.UNIT);
        refuses(LevelOneRefusal.FILE_OVER, "RECEIVE", Cast.UNIT);
        state("IN_REVIEW");
        assertThat(get("/papers/" + number, Cast.UNIT)).bodyText().contains("登记收到");
        act("RECEIVE", Cast.UNIT);
        assertThat(papers.acts(paper(Cast.UNIT)).stream()
                        .map(PaperFiles.ActLine::receipt)
                        .filter(receipt -> receipt != null))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(papers.acts(paper(Cast.UNIT)).getLast().otherOffice())
                .as("from the person")
                .isNull();
        act("FORWARD", Cast.UNIT);
    }

    private void state(String state) {
        jdbc.sql("""
                update application.application
                   set state = :state, holder = case when :state = 'IN_REVIEW' then route[1] end where number = :number
                """).param("state", state).param("number", number).update();
    }

    @Test
    void nothing_is_received_for_a_file_that_has_ended() {
        worker.withdraw(number, version(), "", actor(Cast.WORKER), clock.instant());
        refuses(LevelOneRefusal.FILE_OVER, "RECEIVE", Cast.UNIT);
    }

    @Test
    void two_clerks_with_one_paper_make_one_receipt() {
        int seen = paper(Cast.UNIT).version();
        moving.act(number, PaperAct.RECEIVE, seen, actor(Cast.UNIT), clock.instant());
        assertThatThrownBy(() -> moving.act(number, PaperAct.RECEIVE, seen, actor(Cast.UNIT), clock.instant()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(CommonRefusal.CHANGED_MEANWHILE));
        assertThat(papers.acts(paper(Cast.UNIT))).hasSize(1);
    }

    @Test
    void nobody_writes_a_receipt_for_the_own_paper() {
        var own = cast.also(Cast.WORKER, Cast.UNIT);
        assertThatThrownBy(() -> given.paper(number, "RECEIVE", own, clock.instant()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(ApplicationRefusal.OWN_FILE));
    }

    @Test
    void an_office_that_is_not_on_the_way_and_another_worker_do_not_find_it() {
        act("RECEIVE", Cast.UNIT);
        var receipt = papers.acts(paper(Cast.UNIT)).getFirst().receipt();
        var printed = "/papers/" + number + "/receipts/" + receipt;
        for (var stranger : List.of(Cast.OTHER_COUNTY, Cast.CITY_UNIT, Cast.CITY_DEPARTMENT)) {
            assertThat(get("/papers/" + number, stranger)).as(stranger).hasStatus(404);
            assertThat(get(printed, stranger)).as(stranger).hasStatus(404);
            assertThat(mvc.post()
                            .uri("/papers/" + number)
                            .with(cast.as(stranger))
                            .with(csrf())
                            .param("act", "receive")
                            .param("version", "1"))
                    .hasStatus(404);
        }
        assertThat(get(printed, Cast.CITY_WORKER)).hasStatus(404);
        assertThat(get("/application/paper", Cast.CITY_WORKER)).hasStatus(404);
        assertThat(get("/papers/" + number + "/receipts/Z2023999999", Cast.UNIT))
                .hasStatus(404);
        for (var one : List.of(Cast.UNIT, Cast.COUNTY, Cast.WORKER)) {
            var pdf = get(printed, one).getResponse();
            assertThat(pdf.getContentType()).as(one).isEqualTo("application/pdf");
            assertThat(new String(pdf.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF");
        }
    }

    @Test
    void the_worker_is_told_once_of_each_receipt_and_sees_where_the_paper_is() {
        assertThat(get("/application", Cast.WORKER)).bodyText().contains("/application/paper");
        assertThat(get("/application/paper", Cast.WORKER)).bodyText().contains("待交", "考务通知四（二）");
        act("RECEIVE", Cast.UNIT);
        act("FORWARD", Cast.UNIT);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !told().isEmpty());
        assertThat(told()).singleElement().asString().contains("已收到您的纸质申报材料", "Z2023");
        assertThat(get("/application/paper", Cast.WORKER)).bodyText().contains("对方尚未登记收到");
        worker.withdraw(number, version(), "", actor(Cast.WORKER), clock.instant());
        act("RECEIVE", Cast.DEPARTMENT);
        act("GIVE_BACK", Cast.DEPARTMENT);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> told().size() == 3);
        assertThat(told())
                .as("in either order")
                .anySatisfy(one -> assertThat(one).contains("退还您"));
    }

    @Test
    void the_review_shows_every_office_where_the_paper_is() {
        act("RECEIVE", Cast.UNIT);
        assertThat(get("/reviews/" + number, Cast.COUNTY)).bodyText().contains("纸质材料 1 份", "在洛阳市涧西区实验幼儿园");
    }

    @Test
    void a_bundle_is_received_with_a_row_for_each_and_a_sentence_for_what_cannot_be() {
        var other = given.handedIn(actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        given.paper(other, "RECEIVE", actor(Cast.UNIT), clock.instant());
        bundle("receive", number + "@0", other + "@1", "nonsense");
        assertThat(results()).containsExactly("DONE 已登记收到。", "FAILED " + LevelOneRefusal.PAPER_NOT_NOW.sentence());
        bundle("forward", number + "@1", other + "@1");
        assertThat(results()).containsExactly("DONE 已转交下一级。", "DONE 已转交下一级。");
        assertThat(papers.coming(actor(Cast.DEPARTMENT))).isEqualTo(2);
        assertThat(get("/papers", Cast.DEPARTMENT)).bodyText().contains("登记转来的 2 份");
    }

    @Test
    void nothing_chosen_and_acts_that_are_no_bundle_start_no_job() {
        assertThat(mvc.post()
                        .uri("/papers")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .param("act", "receive"))
                .hasRedirectedUrl("/papers")
                .flash()
                .containsEntry("flash", LevelOneRefusal.NO_PAPER_CHOSEN.sentence());
        bundle("give_back", number + "@0");
        assertThat(jdbc.sql("select count(*) from job.job").query(Integer.class).single())
                .isZero();
    }

    @Test
    void the_list_is_filtered_by_state_goes_on_by_key_and_holds_the_offices_own_only() {
        var other = given.handedIn(actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        act("RECEIVE", Cast.UNIT);
        assertThat(list(null, 0, Cast.COUNTY)).containsExactly(other, number);
        assertThat(list(PaperState.AWAITED, 0, Cast.UNIT)).containsExactly(other);
        assertThat(list(PaperState.RECEIVED, 0, Cast.DEPARTMENT)).containsExactly(number);
        long last =
                papers.list(null, 2023, 0, actor(Cast.UNIT)).rows().getFirst().id();
        assertThat(list(null, last, Cast.UNIT)).containsExactly(number);
        assertThat(list(null, 0, Cast.OTHER_COUNTY)).isEmpty();
        assertThat(get("/papers?state=received", Cast.UNIT))
                .bodyText()
                .contains("陈立民")
                .doesNotContain("赵桂英");
        assertThat(get("/papers?state=nonsense&before=x", Cast.UNIT)).hasStatusOk();
    }

    private List<String> list(@Nullable PaperState state, long before, String who) {
        return papers.list(state, 2023, before, actor(who)).rows().stream()
                .map(row -> row.paper().number())
                .toList();
    }

    private void bundle(String act, String... chosen) {
        mvc.post()
                .uri("/papers")
                .with(cast.as(Cast.UNIT))
                .with(csrf())
                .param("act", act)
                .param("chosen", chosen)
                .exchange();
        jobs.runAll();
    }

    private List<String> results() {
        return jdbc.sql("""
                        select outcome || ' ' || sentence from job.result
                         where job_id = (select max(id) from job.job) order by row_no
                        """).query(String.class).list();
    }

    private List<String> told() {
        return jdbc.sql("select sentence from notification.message where template like 'PAPER_%' order by id")
                .query(String.class)
                .list();
    }

    private void act(String act, String who) {
        given.paper(number, act, actor(who), clock.instant());
    }

    private void refuses(Reason reason, String act, String who) {
        assertThatThrownBy(() -> act(act, who))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private Paper paper(String who) {
        return papers.get(number, actor(who));
    }

    private int version() {
        return applications.get(number, Actor.SYSTEM).version();
    }

    private Actor actor(String username) {
        return cast.actor(username);
    }

    private MvcTestResult get(String path, String who) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }
}

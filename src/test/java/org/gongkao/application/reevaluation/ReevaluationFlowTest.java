package org.gongkao.application.reevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.cycle.ComparedPackages;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.job.JobSteps;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A rule changes – by an amendment or in a draft – and the stored verdicts of the year are held against it by a job that goes on
 * after a kill: who would come out otherwise is told, and nobody's file changes.
 */
class ReevaluationFlowTest extends DatabaseTest {

    private static final String SERVICE = "rules.conditions.THREE_SERVICE.parameters.years";

    @Autowired
    private GivenVerdicts given;

    @Autowired
    private JobSteps jobs;

    @Autowired
    private Reevaluating reevaluating;

    @Autowired
    private ComparedPackages packages;

    @Autowired
    private Eligibility eligibility;

    @Autowired
    private PlatformTransactionManager transactions;

    private List<String> numbers = List.of();

    @Test
    void an_amended_rule_names_the_one_file_of_three_that_would_come_out_otherwise_and_changes_none()
            throws IOException {
        filesSince(1990, 2004, 1995);
        amendServiceTo("25");
        var before = fileRows();
        assertThat(start(1, Cast.ADMINISTRATOR)).hasRedirectedUrl("/administration/reevaluations/1");
        assertThat(page("/1")).bodyText().contains("正在复评", "到现在为止没有不同");
        jobs.runAll();

        assertThat(page("/1"))
                .bodyText()
                .contains("已完成", "含已确认的补充通知，到第2版", numbers.get(1), "工作年限满25年：符合 → 不符合")
                .contains("<dd>3 份</dd>", "<dd>1 份</dd>", "符合申报资格条件", "不符合申报资格条件")
                .doesNotContain(numbers.get(0), numbers.get(2));
        assertThat(differing("select number || ' ' || overall_before || ' ' || overall_after from"
                        + " application.reevaluation_difference"))
                .containsExactly(numbers.get(1) + " ELIGIBLE INELIGIBLE");
        assertThat(fileRows()).isEqualTo(before);
        assertThat(audited()).containsExactly("启动资格复评 2023年度 第1版，共 3 份", "资格复评完成 已复评 3 份，结论有变化 1 份");
        assertThat(page("/1?before=ELIGIBLE&after=UNDETERMINED")).bodyText().contains("没有这样的申报");
        assertThat(page("/1?condition=THREE_SERVICE&before=ELIGIBLE&after=INELIGIBLE"))
                .bodyText()
                .contains(numbers.get(1));
        var sheet = get("/1/differences.xlsx", Cast.ADMINISTRATOR).getResponse().getContentAsByteArray();
        assertThat(text(sheet)).contains(numbers.get(1), "工作年限满25年：符合 → 不符合").doesNotContain(numbers.get(0));
    }

    @Test
    void a_draft_is_held_against_the_files_before_it_is_published_and_its_copy_brings_every_verdict_byte_for_byte() {
        filesSince(1990, 2004, 1995);
        draft(base -> base);
        start(2, Cast.ADMINISTRATOR);
        jobs.runAll();
        assertThat(page("/1")).bodyText().contains("没有结论会不同的申报", "2023年度 拟定稿", "<dd>3 份</dd>");
        var rules = packages.rules(packages.get(2, cast.actor(Cast.ADMINISTRATOR)), cast.actor(Cast.ADMINISTRATOR))
                .apply("410305");
        jdbc.sql("select facts, verdict from application.verdict")
                .query((row, number) -> eligibility.comesOutAgain(row.getString(1), row.getString(2), rules))
                .list()
                .forEach(again -> assertThat(again).isTrue());

        draft(ReevaluationFlowTest::withTwentyFiveYears);
        assertThat(get("/new?package=3", Cast.ADMINISTRATOR))
                .hasStatusOk()
                .bodyText()
                .contains("开始复评", "不含补充通知");
        start(3, Cast.ADMINISTRATOR);
        jobs.runAll();
        assertThat(page("/2")).bodyText().contains(numbers.get(1)).doesNotContain(numbers.get(2));
        assertThat(page("")).bodyText().contains("/administration/reevaluations/1", "/administration/reevaluations/2");
    }

    @Test
    void the_latest_verdict_counts_and_a_withdrawn_file_does_not() {
        filesSince(1990, 2004, 2004);
        given.keep(numbers.get(1), 1990, clock.instant());
        jdbc.sql("update application.application set state = 'WITHDRAWN', holder = null where number = :number")
                .param("number", numbers.get(2))
                .update();
        amendServiceTo("25");
        start(1, Cast.ADMINISTRATOR);
        jobs.runAll();
        assertThat(page("/1")).bodyText().contains("没有结论会不同的申报", "<dd>2 份</dd>");
    }

    @Test
    void a_kill_in_the_middle_leaves_each_file_counted_once() {
        filesSince(2004, 1990, 2005, 1995);
        amendServiceTo("25");
        var administrator = cast.actor(Cast.ADMINISTRATOR);
        reevaluating.start(1, 1, administrator, clock.instant());
        assertThat(jobs.runOne()).isTrue();
        // What a kill leaves of a piece under way: nothing.
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jobs.runOne();
            status.setRollbackOnly();
        });
        assertThat(page("/1")).bodyText().contains("<dd>1 份</dd>");
        jobs.runAll();
        assertThat(differing("select number from application.reevaluation_difference order by application_id"))
                .containsExactly(numbers.get(0), numbers.get(2));
        assertThat(jdbc.sql("select sum(files) from application.reevaluation_count where kind = 'FILES'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void one_package_has_one_run_at_a_time_and_a_cancelled_one_makes_room() {
        filesSince(1990);
        start(1, Cast.ADMINISTRATOR);
        assertThat(start(1, Cast.ADMINISTRATOR)).hasStatus(409).bodyText().contains("按这份方案的复评正在进行");
        assertThat(differing("select title from application.reevaluation")).hasSize(1);
        assertThat(mvc.post()
                        .uri("/jobs/1/cancel")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        assertThat(page("/1")).bodyText().contains("已取消", "<dd>0 份</dd>");
        assertThat(audited()).last().isEqualTo("取消资格复评 已复评 0 份，结论有变化 0 份");
        assertThat(start(1, Cast.ADMINISTRATOR)).hasStatus(302);
        jobs.runAll();
        assertThat(start(1, Cast.ADMINISTRATOR)).as("after its end").hasStatus(302);
    }

    @Test
    void a_draft_that_is_revised_meanwhile_is_compared_no_further() {
        filesSince(1990, 2004);
        draft(base -> base);
        reevaluating.start(2, 1, cast.actor(Cast.ADMINISTRATOR), clock.instant());
        jobs.runOne();
        jdbc.sql("update cycle.year_package set hash = 'another' where id = 2").update();
        jobs.runAll();
        assertThat(page("/1")).bodyText().contains("有 1 段没有复评，原因见任务页。", "<dd>1 份</dd>");
        assertThat(mvc.get().uri("/jobs/1").with(cast.as(Cast.ADMINISTRATOR)).exchange())
                .bodyText()
                .contains("复评开始以后方案文本又改过");
    }

    @Test
    void a_package_of_another_year_a_faulty_draft_and_an_archived_package_are_refused() {
        filesSince(1990);
        jdbc.sql("""
                insert into cycle.year_package (region, year, name, state, base_text, overlay_text, hash, drafted_by_name, drafted_at,
                                                version, published_at)
                select region, 2022, '2022年度', 'PUBLISHED', base_text, overlay_text, hash || '2', '郑工', now(), 1, now()
                  from cycle.year_package where id = 1
                """).update();
        assertThat(start(2, Cast.ADMINISTRATOR)).hasStatus(409).bodyText().contains("2022年度还没有已提交的申报");
        jdbc.sql("update cycle.year_package set state = 'ARCHIVED' where id = 2")
                .update();
        assertThat(start(2, Cast.ADMINISTRATOR)).hasStatus(409).bodyText().contains("不能用来复评");
        draft(base -> base.replace("objection_days: 5", "objection_days: 五"));
        assertThat(start(3, Cast.ADMINISTRATOR)).hasStatus(409).bodyText().contains("逐项改正后再复评");
        assertThat(get("/new?package=99", Cast.ADMINISTRATOR)).hasStatus(404);
        assertThat(differing("select title from application.reevaluation")).isEmpty();
    }

    @Test
    void nobody_but_an_administrator_of_the_office_sees_or_starts_a_run() {
        filesSince(1990);
        for (var who : Cast.ALL) {
            if (!who.equals(Cast.ADMINISTRATOR)) {
                assertThat(start(1, who)).as(who).hasStatus(403);
                assertThat(get("", who)).as(who).hasStatus(403);
            }
        }
        start(1, Cast.ADMINISTRATOR);
        for (var path : List.of("/1", "/1/progress", "/1/differences.xlsx", "/new?package=1")) {
            assertThat(get(path, Cast.CITY)).as(path).hasStatus(403);
        }
        assertThat(get("/1", Cast.SECOND_ADMINISTRATOR)).hasStatusOk();
        var elsewhere = new Actor(77, "别处", Role.ADMINISTRATOR, "agency:410305", null);
        assertThatThrownBy(() -> reevaluating.start(1, 1, elsewhere, clock.instant()))
                .isInstanceOf(Refusal.class);
        assertThat(get("/99", Cast.ADMINISTRATOR)).hasStatus(404);
    }

    @Test
    void the_page_of_a_package_leads_to_its_reevaluation() {
        assertThat(mvc.get()
                        .uri("/administration/cycles/1")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .exchange())
                .bodyText()
                .contains("/administration/reevaluations/new?package=1", "资格复评");
        assertThat(page("")).bodyText().contains("还没有复评过");
    }

    private void filesSince(int... years) {
        numbers = given.since(cast.actor(Cast.COUNTY), clock.instant(), years);
    }

    private MvcTestResult start(long packageId, String who) {
        return mvc.post()
                .uri("/administration/reevaluations")
                .with(cast.as(who))
                .with(csrf())
                .param("package", Long.toString(packageId))
                .exchange();
    }

    private MvcTestResult page(String path) {
        return get(path, Cast.ADMINISTRATOR);
    }

    private MvcTestResult get(String path, String who) {
        return mvc.get()
                .uri("/administration/reevaluations" + path)
                .with(cast.as(who))
                .exchange();
    }

    private void amendServiceTo(String years) {
        assertThat(mvc.post()
                        .uri("/administration/cycles/1/amendment")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .param("documentNumber", "洛人社函〔2023〕12号")
                        .param("reason", "工作年限口径调整")
                        .param("region", "410300")
                        .param("wantedFrom", "")
                        .param("field-0", SERVICE)
                        .param("after-0", years)
                        .exchange())
                .hasStatus(302);
        assertThat(mvc.post()
                        .uri("/administration/cycles/amendments/1/confirmation")
                        .with(cast.as(Cast.SECOND_ADMINISTRATOR))
                        .with(csrf())
                        .param("seen", "0")
                        .exchange())
                .hasStatus(302);
    }

    private void draft(UnaryOperator<String> change) {
        var texts = jdbc.sql("select base_text, overlay_text from cycle.year_package where id = 1")
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .single();
        assertThat(mvc.post()
                        .uri("/administration/cycles/new")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .param("base", change.apply(texts.getFirst()))
                        .param("overlay", texts.getLast())
                        .exchange())
                .hasStatus(302);
    }

    /** The number, and the example by which the package proves itself. */
    private static String withTwentyFiveYears(String base) {
        return base.replace("parameters: { years: 18 }", "parameters: { years: 25 }")
                .replace("passes: ['{\"startOfWork\":\"2006\"}']", "passes: ['{\"startOfWork\":\"1990\"}']");
    }

    private List<String> differing(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private List<String> fileRows() {
        return differing("select a::text from application.application a order by id");
    }

    private List<String> audited() {
        return differing("select act || ' ' || detail from audit.line where subject = 'reevaluation:1' order by id");
    }

    private static String text(byte[] sheet) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet));
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> row.getCellText(0) + row.getCellText(5)).collect(Collectors.joining());
        }
    }
}

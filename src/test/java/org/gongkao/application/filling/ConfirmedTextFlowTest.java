package org.gongkao.application.filling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkao.Cast;
import org.gongkao.application.ApplicationState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 慎重考虑、理性对待 (notice 八(二)): what was shown and confirmed is kept, and nothing else. */
class ConfirmedTextFlowTest extends FillingTest {

    private static final String SUBMISSION = "/application/submission";
    private static final String NO_PROMOTION = "慎重考虑、理性对待";

    @Autowired
    Submissions submissions;

    @Test
    void what_was_confirmed_for_level_one_is_neither_kept_nor_printed_once_the_file_is_of_another_level()
            throws IOException {
        begin("1");
        assertThat(upload(Cast.WORKER, "/application", "PHOTO", "照片.jpg", picture()))
                .hasStatus(302);
        forLevelOne();
        assertThat(send(boxes(get(Cast.WORKER, SUBMISSION)))).hasRedirectedUrl("/application/receipt");
        assertThat(submissions.of(file()).getFirst().content()).contains("LEVEL_ONE", NO_PROMOTION);
        assertThat(printed()).contains(NO_PROMOTION);

        clock.pass(Duration.ofMinutes(5));
        assertThat(post(Cast.WORKER, "/application/recall", "version", "" + version()))
                .hasStatus(302);
        assertThat(choose("2", "1/" + FilledFile.OCCUPATION)).hasStatus(302);
        forLevelTwo();
        assertThat(send(boxes(get(Cast.WORKER, SUBMISSION)))).hasRedirectedUrl("/application/receipt");

        assertThat(submissions.of(file()).getFirst().content())
                .contains("POST_POLICY", "PLEDGE")
                .doesNotContain("LEVEL_ONE", NO_PROMOTION);
        assertThat(printed()).contains("二级（技师）", "真实性负责").doesNotContain(NO_PROMOTION);
        assertThat(submissions.of(file()).getLast().content())
                .as("the first handing-in stays as it was")
                .contains(NO_PROMOTION);
    }

    @Test
    void 年度内将办理退休手续的_须确认已充分了解岗位政策_只向这些人询问() throws IOException {
        begin("3");
        assertThat(upload(Cast.WORKER, "/application", "PHOTO", "照片.jpg", picture()))
                .hasStatus(302);
        FilledFile.fill(jdbc, number(), clock.instant());
        assertThat(boxes(get(Cast.WORKER, SUBMISSION))).doesNotContainKey("confirmation.RETIRING");
        change("{person,retired}", "SOON");
        var shown = boxes(get(Cast.WORKER, SUBMISSION));
        assertThat(shown).containsKey("confirmation.RETIRING");
        var without = new java.util.LinkedHashMap<>(shown);
        without.remove("confirmation.RETIRING");
        assertThat(send(without)).hasStatus(422).bodyText().contains("请阅读“本年度办理退休手续”并打勾确认");
        assertThat(send(shown)).hasRedirectedUrl("/application/receipt");
        assertThat(submissions.of(file()).getFirst().content()).contains("RETIRING", "自主决定是否申报考核");
        assertThat(printed()).contains("本人本年度将办理退休手续");
    }

    @Test
    void a_text_that_has_changed_since_the_page_was_shown_is_read_and_ticked_again() {
        begin("3");
        FilledFile.fill(jdbc, number(), clock.instant());
        change("{appraisals,filing}", "PROMISED");
        var shown = boxes(get(Cast.WORKER, SUBMISSION));
        assertThat(shown).containsKey("confirmation.APPRAISAL_FILED");
        change("{appraisals,y2022}", "EXCELLENT");

        var answer = send(shown);
        assertThat(answer).hasStatus(422).bodyText().contains("在您打开页面之后有改动", "2022年优秀");
        assertThat(answer)
                .bodyText()
                .as("what did not change stays ticked")
                .containsPattern("id=\"f-confirmation.PLEDGE\"[^>]*checked")
                .doesNotContainPattern("id=\"f-confirmation.APPRAISAL_FILED\"[^>]*checked");
        assertThat(file().state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(jdbc.sql("select count(*) from application.confirmation")
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(send(boxes(answer))).hasRedirectedUrl("/application/receipt");
        assertThat(submissions.of(file()).getFirst().content()).contains("2022年优秀");
    }

    @Test
    void a_box_that_says_nothing_of_its_text_confirms_nothing() {
        begin("3");
        FilledFile.fill(jdbc, number(), clock.instant());
        var boxes = boxes(get(Cast.WORKER, SUBMISSION));
        boxes.replaceAll((name, digest) -> "true");
        assertThat(send(boxes)).hasStatus(422).bodyText().contains("有改动");
        assertThat(file().state()).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void what_another_window_has_changed_since_is_shown_and_confirmed_as_it_is_now() {
        begin("3");
        FilledFile.fill(jdbc, number(), clock.instant());
        var boxes = boxes(get(Cast.WORKER, SUBMISSION));
        long shown = version();
        jdbc.sql("update application.application set version = version + 1").update();
        change("{education,school}", "洛阳第二中学");
        var answer = send(boxes, shown);
        assertThat(answer)
                .hasStatus(409)
                .bodyText()
                .contains("填报内容在这个页面打开以后改过", "洛阳第二中学")
                .doesNotContain("他人");
        assertThat(file().state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(send(boxes(answer))).hasRedirectedUrl("/application/receipt");
    }

    private MvcTestResult send(Map<String, String> boxes) {
        return send(boxes, version());
    }

    private MvcTestResult send(Map<String, String> boxes, long version) {
        var fields = new java.util.ArrayList<String>();
        fields.add("version");
        fields.add("" + version);
        boxes.forEach((name, value) -> {
            fields.add(name);
            fields.add(value);
        });
        return post(Cast.WORKER, SUBMISSION, fields.toArray(String[]::new));
    }

    private void begin(String level) {
        assertThat(choose(level, "")).hasStatus(302);
    }

    private MvcTestResult choose(String level, String seen) {
        return post(
                Cast.WORKER,
                "/application/choice",
                "level",
                level,
                "occupation",
                FilledFile.OCCUPATION,
                "version",
                seen);
    }

    private void change(String path, String value) {
        jdbc.sql(
                        "update application.application set record = jsonb_set(record, cast(:path as text[]), to_jsonb(:value))")
                .param("path", path)
                .param("value", value)
                .update();
    }

    private void forLevelOne() {
        FilledFile.fill(jdbc, number(), clock.instant());
        jdbc.sql("""
                update application.application
                   set record = jsonb_set(record || '{
                       "certificates": {"rows": [{"occupation": "公路养护工", "level": "2", "issued": "2015", "appointed": "YES"}]},
                       "appraisals": {"y2022": "EXCELLENT", "filing": "FILED", "y2021": "EXCELLENT", "y2020": "COMPETENT",
                                      "y2019": "COMPETENT", "y2018": "COMPETENT"}}',
                       '{post,startOfWork}', '"1996-09"')
                """).update();
        FilledFile.attach(jdbc, number(), "DIPLOMA", clock.instant());
        FilledFile.attach(jdbc, number(), "APPOINTMENT", clock.instant());
    }

    private void forLevelTwo() {
        jdbc.sql("""
                update application.application
                   set record = record || '{"certificates": {"rows": [{"occupation": "公路养护工", "level": "3", "issued": "2010"}]}}'
                """).update();
    }

    private String printed() throws IOException {
        try (var document = Loader.loadPDF(
                get(Cast.WORKER, "/application/form").getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}

package org.gongkao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.DatabaseTest;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Identified;
import org.gongkao.shared.Office;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The auditor's page. */
class AuditPageTest extends DatabaseTest {

    record Someone(Actor actor) implements Identified, Serializable {}

    private static final Actor AUDITOR =
            new Actor(13, "马超", Role.AUDITOR, Office.agency("410300").toString(), null);
    private static final Actor WORKER = new Actor(1, "陈立民", Role.WORKER, null, 1L);

    @Autowired
    private Audit audit;

    private MvcTestResult open(Actor actor, String uri) {
        return mvc.get()
                .uri(uri)
                .with(authentication(new TestingAuthenticationToken(new Someone(actor), "", "ROLE_ANY")))
                .exchange();
    }

    @Test
    void an_auditor_finds_lines_by_subject_and_by_person() {
        audit.seen(AUDITOR, "查看申报", "application:17", "复核");
        audit.seen(WORKER, "下载回执", "application:18", "本人");

        assertThat(open(AUDITOR, "/administration/audit?subject=application&key=17"))
                .hasStatusOk()
                .bodyText()
                .contains("申报 17")
                .doesNotContain("申报 18");
        assertThat(open(AUDITOR, "/administration/audit?who=1"))
                .bodyText()
                .contains("申报 18")
                .doesNotContain("申报 17");
        assertThat(open(AUDITOR, "/administration/audit?kind=refused"))
                .bodyText()
                .contains("没有符合条件的留痕");
    }

    @Test
    void what_the_page_calls_a_subject_finds_it_again() {
        audit.seen(AUDITOR, "打印花名册", "roster:12410305MB1A00003X:2023", "第 1 版");
        assertThat(open(AUDITOR, "/administration/audit")).bodyText().contains("花名册 12410305MB1A00003X 2023");
        assertThat(open(AUDITOR, "/administration/audit?subject=roster&key=12410305MB1A00003X 2023"))
                .hasStatusOk()
                .bodyText()
                .contains("打印花名册");
        assertThat(SubjectKind.LABELS.values()).as("one word for one kind").doesNotHaveDuplicates();
    }

    @Test
    void nobody_else_does() {
        assertThat(open(WORKER, "/administration/audit")).hasStatus(403);
        assertThat(open(WORKER, "/administration/audit/export")).hasStatus(403);
    }

    @Test
    void a_faulty_search_says_what_is_wrong_and_keeps_what_was_typed() {
        assertThat(open(AUDITOR, "/administration/audit?from=2023-13-45&who=马超"))
                .hasStatus(422)
                .bodyText()
                .contains("请按“2023-03-15”的样式填写日期。")
                .contains("value=\"马超\"");
    }

    @Test
    void many_lines_come_page_by_page_each_once() {
        for (int i = 0; i < 120; i++) {
            audit.refused(WORKER, "提交申报", "application:" + i, CommonRefusal.NOT_FOUND);
        }
        var seen = new java.util.ArrayList<String>();
        var next = "/administration/audit";
        var link = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
        while (!next.isEmpty()) {
            var text = open(AUDITOR, next).getResponse();
            var body = new String(text.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            java.util.regex.Pattern.compile("申报 (\\d+)<")
                    .matcher(body)
                    .results()
                    .forEach(one -> seen.add(one.group(1)));
            var found = link.matcher(body);
            next = found.find() ? found.group(1).replace("&amp;", "&") : "";
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void the_export_holds_what_the_filter_finds_and_leaves_a_line() throws IOException {
        audit.seen(WORKER, "下载回执", "application:18", "本人");

        var response = open(AUDITOR, "/administration/audit/export?subject=application&key=18")
                .getResponse();

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(4)).isEqualTo("申报 18");
        }
        assertThat(jdbc.sql("select count(*) from audit.line where subject = 'audit:export'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}

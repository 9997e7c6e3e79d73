package org.gongkao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.cycle.ReplacingSections;
import org.gongkao.shared.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The official list, once it is at hand, goes from its spreadsheet into a draft. */
class CatalogueImportFlowTest extends DatabaseTest {

    private static final String[] DRIVER = {"豫人社办〔2022〕93号", "交通", "0201", "汽车驾驶员", "五级、四级，三级", ""};
    private static final String[] OLD = {"豫人社办〔2022〕93号", "交通", "0299", "汽车\"司机\"", "", "0201"};

    @Autowired
    private ReplacingSections sections;

    private String draft = "";

    @BeforeEach
    void a_draft() {
        var answer = mvc.post()
                .uri("/administration/cycles/new")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("base", published("base_text"))
                .param("overlay", published("overlay_text"))
                .exchange();
        assertThat(answer).hasStatus(302);
        draft = String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    @Test
    void each_line_has_its_result_and_the_rest_of_the_draft_stays() throws IOException {
        assertThat(get(draft)).hasStatusOk().bodyText().contains("从表格导入本章");
        assertThat(upload("0", DRIVER, OLD)).hasStatusOk().bodyText().contains("第 2 行", "第 3 行", "新增", "不再列入", "S0201");
        var catalogue = catalogue();
        assertThat(catalogue.version()).isEqualTo("豫人社办〔2022〕93号");
        assertThat(catalogue.sample()).isFalse();
        assertThat(catalogue.occupations().keySet()).containsExactly("0201", "0299");
        var driver = Objects.requireNonNull(catalogue.occupations().get("0201"));
        assertThat(driver.levels()).containsExactlyInAnyOrder(Level.FIVE, Level.FOUR, Level.THREE);
        assertThat(catalogue.occupations().get("0299"))
                .isEqualTo(new Occupation("0299", "汽车\"司机\"", "交通", Set.of(), "0201"));
        assertThat(get(draft))
                .bodyText()
                .as("the rules' examples name a trade that is no longer listed, and nothing else is wrong")
                .contains(
                        "有 2 处问题，改正后才能发布",
                        "rules.conditions.OCCUPATION_OPEN.passes",
                        "rules.conditions.HELD_BELOW.passes");
        assertThat(jdbc.sql("select base_text from cycle.year_package where state = 'DRAFTED'")
                        .query(String.class)
                        .single())
                .contains("# 等级与科目（归 catalogue）", "\ndocuments:\n")
                .doesNotContain("code: S0201,");
    }

    @Test
    void all_faults_are_told_at_once_with_line_and_column_and_nothing_is_taken() throws IOException {
        assertThat(upload(
                        "0",
                        DRIVER,
                        new String[] {"豫人社办〔2010〕1号", "", "0201", "汽车驾驶员", "六级", ""},
                        new String[] {"豫人社办〔2022〕93号", "交通", "x", "电工", "", ""},
                        new String[] {"豫人社办〔2022〕93号", "交通", "0303", "焊工", "一级", "0404"}))
                .hasStatus(422)
                .bodyText()
                .contains("第 3 行", "目录文号与前面的", "请填写行业", "工种代码与第 2 行重复", "与第 2 行重复，请核对", "不认识的等级“六级”")
                .contains("第 4 行", "工种代码应为1至20位", "请填写开考等级")
                .contains("第 5 行", "并入的工种“0404”不在表中");
        assertThat(catalogue().occupations()).containsKey("S0201").doesNotContainKey("0201");
    }

    @Test
    void occupations_that_become_each_other_are_refused() throws IOException {
        assertThat(upload("0", new String[] {"甲", "交通", "1", "一工", "", "2"}, new String[] {"甲", "交通", "2", "二工", "", "1"
                }))
                .hasStatus(422)
                .bodyText()
                .contains("成了循环");
    }

    @Test
    void what_comes_out_goes_in_again_unchanged() throws IOException {
        var out = mvc.get()
                .uri(draft + "/catalogue.xlsx")
                .with(cast.as(Cast.ADMINISTRATOR))
                .exchange();
        assertThat(out).hasStatusOk();
        assertThat(send("0", out.getResponse().getContentAsByteArray()))
                .hasStatusOk()
                .bodyText()
                .contains("不变")
                .doesNotContain("变更：", "新增");
    }

    @Test
    void only_a_draft_as_it_was_seen_is_changed_and_only_by_an_administrator() throws IOException {
        assertThat(upload("7", DRIVER)).hasStatus(409);
        assertThat(get("/administration/cycles/1/catalogue")).as("published").hasStatus(409);
        assertThat(mvc.get().uri(draft + "/catalogue").with(cast.as(Cast.CITY)).exchange())
                .hasStatus(403);
        assertThat(send("0", new byte[] {1, 2, 3})).hasStatus(422);
    }

    private String published(String text) {
        return jdbc.sql("select " + text + " from cycle.year_package where id = 1")
                .query(String.class)
                .single();
    }

    private OccupationCatalogue catalogue() {
        long id = Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1));
        return sections.standing(id, OccupationCatalogue.class, cast.actor(Cast.ADMINISTRATOR))
                .section();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(cast.as(Cast.ADMINISTRATOR)).exchange();
    }

    private MvcTestResult upload(String seen, String[]... lines) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("工种目录");
            for (int column = 0; column < CatalogueSheet.HEADER.size(); column++) {
                sheet.value(0, column, CatalogueSheet.HEADER.get(column));
                for (int line = 0; line < lines.length; line++) {
                    sheet.value(line + 1, column, lines[line][column]);
                }
            }
        }
        return send(seen, out.toByteArray());
    }

    private MvcTestResult send(String seen, byte[] sheet) {
        return mvc.post()
                .uri(draft + "/catalogue")
                .multipart()
                .file(new MockMultipartFile("file", "目录.xlsx", "application/octet-stream", sheet))
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("seen", seen)
                .exchange();
    }
}

package org.gongkao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A spreadsheet of units: a result for each line, nothing lost, nothing changed that is there already. */
class UnitImportFlowTest extends DatabaseTest {

    private static final String GOOD =
            SocialCreditCode.complete("12410305MB1A00101").value();
    private static final String OTHER =
            SocialCreditCode.complete("12410305MB1A00102").value();
    private static final String COMPANY =
            SocialCreditCode.complete("91410305MB1A00103").value();

    @Autowired
    private Organisation organisation;

    @Autowired
    private JobSteps steps;

    private interface Fill {
        void on(Worksheet sheet);
    }

    private MvcTestResult upload(Fill fill, String who) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            fill.on(book.newWorksheet("单位"));
        }
        return mvc.post()
                .uri("/administration/units/import")
                .multipart()
                .file(new MockMultipartFile("file", "单位.xlsx", "application/octet-stream", out.toByteArray()))
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    private static void head(Worksheet sheet) {
        for (int i = 0; i < UnitSheet.HEADER.size(); i++) {
            sheet.value(0, i, UnitSheet.HEADER.get(i));
        }
    }

    private static void line(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }

    private String page(String path, String who) throws IOException {
        var answer = mvc.get().uri(path).with(cast.as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @Test
    void each_line_has_its_result_and_the_good_ones_are_added() throws IOException {
        var answer = upload(
                sheet -> {
                    head(sheet);
                    sheet.value(0, 6, "备注");
                    line(sheet, 1, GOOD, "涧西区第一小学", "事业单位", "涧西区教育体育局", "410305", "410305", "好");
                    line(
                            sheet,
                            2,
                            GOOD.substring(0, 17) + (GOOD.endsWith("0") ? "1" : "0"),
                            "涧西区第二小学",
                            "事业单位",
                            "",
                            "410305",
                            "410305");
                    line(sheet, 3, OTHER, "涧西区第三小学", "学校", "涧西区卫生局", "410399", "410499");
                    line(sheet, 5, GOOD, "涧西区第一小学", "事业单位", "涧西区教育体育局", "410305", "涧西区");
                    line(sheet, 6, GOOD, "涧西区改名小学", "事业单位", "", "410305", "410305");
                    line(sheet, 7, OTHER, "涧西区第三小学", "事业单位", "", "410311", "410305");
                    line(sheet, 8, OTHER, "", "事业单位", "", "410305", "410305");
                    sheet.formula(8, 1, "CONCATENATE(A1,B1)");
                    line(sheet, 9, "1.2410305E+17", "涧西区第五小学", "事业单位", "", "410305", "410305");
                    line(sheet, 10, COMPANY, "涧西区保安公司", "其他", "", "410305", "410305");
                    line(sheet, 11, CastSeeds.CITY_UNIT, "洛阳市园林绿化中心", "事业单位", "", "410305", "410305");
                },
                Cast.COUNTY);
        assertThat(answer).hasStatus(302);
        var path = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(page(path, Cast.COUNTY)).contains("排队中", "0 / 10");
        steps.runAll();

        var page = page(path, Cast.COUNTY);
        assertThat(page).contains("全部 10 行已办完，其中 7 行未成功");
        assertThat(page)
                .contains(
                        "校验位不符",
                        "请选择单位类别",
                        "没有找到主管部门“涧西区卫生局”",
                        "没有代码为“410399”的管理机构",
                        "“410499”不是本辖区的行政区划",
                        "已登记，内容一致，没有重复新增",
                        "已登记为“涧西区第一小学”，导入只新增",
                        "管理机构“410311”不是本机构",
                        "“单位名称”一格是公式",
                        "末几位已丢失",
                        "代码开头不是机关、事业单位常用",
                        "已由其他管理机构登记");
        assertThat(organisation.unit(GOOD).name()).isEqualTo("涧西区第一小学");
        assertThat(organisation.unit(GOOD).departmentCode()).isEqualTo(CastSeeds.COUNTY_DEPARTMENT);
        assertThat(organisation.findUnit(OTHER)).isEmpty();
        assertThat(organisation.unit(COMPANY).name()).isEqualTo("涧西区保安公司");
        assertThat(exported(path + "/results.xlsx?only=not-done"))
                .hasSize(9)
                .anySatisfy(row -> assertThat(row).contains("涧西区第三小学", "涧西区卫生局").contains("4"));
    }

    private List<List<String>> exported(String path) throws IOException {
        var answer = mvc.get().uri(path).with(cast.as(Cast.COUNTY)).exchange();
        assertThat(answer).hasStatusOk();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    @Test
    void what_was_exported_is_what_was_filtered_and_can_be_read_in_again() throws IOException {
        var rows = exported("/administration/units.xlsx?term=实验");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains(CastSeeds.COUNTY_UNIT, "洛阳市涧西区实验幼儿园", "涧西区教育体育局");
        assertThat(exported("/administration/units.xlsx?term=没有")).hasSize(1);
    }

    @Test
    void a_sheet_without_our_columns_or_that_is_no_sheet_is_told_on_the_same_page() throws IOException {
        assertThat(upload(sheet -> line(sheet, 0, "单位名称", "单位类别"), Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("表格第一行缺少栏目：统一社会信用代码、主管部门、管理机构、行政区划");
        assertThat(upload(UnitImportFlowTest::head, Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("没有内容");
        assertThat(mvc.post()
                        .uri("/administration/units/import")
                        .multipart()
                        .file(new MockMultipartFile("file", "单位.xlsx", "x", "no sheet".getBytes()))
                        .with(cast.as(Cast.COUNTY))
                        .with(csrf())
                        .exchange())
                .hasStatus(422);
    }

    @Test
    void the_job_is_seen_by_who_started_it_and_by_nobody_else() throws IOException {
        var answer = upload(
                sheet -> {
                    head(sheet);
                    line(sheet, 1, GOOD, "涧西区第一小学", "事业单位", "", "410305", "410305");
                },
                Cast.COUNTY);
        var path = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        for (var other : List.of(Cast.OTHER_COUNTY, Cast.CITY, Cast.ADMINISTRATOR)) {
            assertThat(mvc.get().uri(path).with(cast.as(other)).exchange()).hasStatus(404);
            assertThat(mvc.get().uri(path + "/progress").with(cast.as(other)).exchange())
                    .hasStatus(404);
            assertThat(mvc.get()
                            .uri(path + "/results.xlsx")
                            .with(cast.as(other))
                            .exchange())
                    .hasStatus(404);
        }
        assertThat(mvc.post()
                        .uri(path + "/cancel")
                        .with(cast.as(Cast.COUNTY))
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        steps.runAll();
        assertThat(page(path, Cast.COUNTY)).contains("已取消");
        assertThat(organisation.findUnit(GOOD)).isEmpty();
    }

    @Test
    void the_template_names_what_may_be_filled_in() throws IOException {
        var answer = mvc.get()
                .uri("/administration/units/import/template.xlsx")
                .with(cast.as(Cast.COUNTY))
                .exchange();
        assertThat(answer).hasStatusOk();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            assertThat(book.getFirstSheet().read().getFirst().stream().map(cell -> cell.getText()))
                    .isEqualTo(UnitSheet.HEADER);
            assertThat(book.getSheet(1).orElseThrow().read().size()).isGreaterThan(6);
        }
    }
}

package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.gongkao.Cast;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 单位信息: a county amends its unit, a unit of the city asks with its letter, and a table of units has its bad rows told. */
class UnitsJourney extends BrowserTest {

    @Autowired
    private JobSteps steps;

    @Test
    void a_county_amends_a_unit_and_imports_a_table_with_bad_rows() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        open(county, "/administration/units", "units-01-list");
        open(county, "/administration/units/" + CastSeeds.COUNTY_UNIT, "units-02-unit");
        county.getByText("修订信息").click();
        county.fill("#f-name", "洛阳市涧西区第一实验幼儿园");
        county.fill("#f-reason", "");
        pressFirst(county, "保存");
        lookAtEveryWidth(county, "units-03-amend-refused");
        county.fill("#f-reason", "涧编〔2023〕5号更名");
        pressFirst(county, "保存");
        assertThat(county.locator("h1")).hasText("洛阳市涧西区第一实验幼儿园");
        lookAtEveryWidth(county, "units-04-amended");
        open(county, "/administration/units/import", "units-05-import");
        county.locator("#f-file").setInputFiles(table());
        pressFirst(county, "上传并导入");
        assertThat(county.locator("main")).containsText("0 / 2");
        steps.runAll();
        county.reload();
        assertThat(county.locator("main")).containsText("全部 2 行已办完，其中 2 行未成功");
        assertThat(county.locator("main")).containsText("没有找到主管部门“涧西区卫生局”");
        lookAtEveryWidth(county, "units-06-imported");
        county.context().close();
    }

    @Test
    void a_unit_of_the_city_asks_with_its_letter_and_the_city_decides() {
        clock.set("2023-03-07T10:00:00");
        var unit = signedIn(Cast.CITY_UNIT, Chromium.DESK);
        open(unit, "/units/changes", "units-11-own");
        unit.getByText("申请变更", new Page.GetByTextOptions().setExact(true)).click();
        unit.fill("#f-name", "洛阳市园林绿化服务中心");
        pressFirst(unit, "提交申请");
        lookAtEveryWidth(unit, "units-12-refused");
        assertThat(unit.locator("#f-name")).hasValue("洛阳市园林绿化服务中心");
        unit.getByText("变更名称", new Page.GetByTextOptions())
                .or(unit.locator("input[name=act]"))
                .first()
                .check();
        unit.fill("#f-reason", "洛编〔2023〕12号更名");
        unit.locator("#f-file").setInputFiles(Papers.page("单位介绍信"));
        pressFirst(unit, "提交申请");
        assertThat(unit.locator(".gk-state").first()).isVisible();
        lookAtEveryWidth(unit, "units-13-asked");
        var city = signedIn(Cast.CITY, Chromium.DESK);
        city.navigate(unit.url());
        lookAtEveryWidth(city, "units-14-deciding");
        pressFirst(city, "同意变更");
        assertThat(city.locator("main")).containsText("已同意");
        unit.reload();
        lookAtEveryWidth(unit, "units-15-agreed");
        unit.context().close();
        city.context().close();
    }

    private static FilePayload table() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("单位");
            var rows = List.of(
                    List.of("统一社会信用代码", "单位名称", "单位类别", "主管部门", "管理机构", "行政区划"),
                    List.of("12410305MB1A001018", "涧西区第二小学", "事业单位", "", "410305", "410305"),
                    List.of("", "涧西区第三小学", "学校", "涧西区卫生局", "410399", "410499"));
            for (int row = 0; row < rows.size(); row++) {
                for (int cell = 0; cell < rows.get(row).size(); cell++) {
                    sheet.value(row, cell, rows.get(row).get(cell));
                }
            }
        }
        return new FilePayload(
                "单位.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }
    /** A label may stand on several buttons of these pages; the first is meant. */
    private static void pressFirst(Page page, String label) {
        press(page, button(page, label).first());
    }

    private void open(Page page, String path, String name) {
        page.navigate(path);
        lookAtEveryWidth(page, name);
    }
}

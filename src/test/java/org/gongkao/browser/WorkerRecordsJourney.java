package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.gongkao.Cast;
import org.junit.jupiter.api.Test;

/** A clerk enters a worker's record, checks a spreadsheet and asks for a worker of another unit; all on pages that fit. */
class WorkerRecordsJourney extends BrowserTest {

    @Test
    void a_clerk_enters_a_record_and_the_worker_reads_it() throws IOException {
        var page = signedIn(Cast.UNIT, Chromium.DESK);
        page.navigate("/worker-records");
        page.click("a:has-text('陈立民')");
        page.click("a:has-text('登记工作经历')");
        picture(page, "record-form");
        page.click("button:has-text('保存')");
        assertThat(page).hasTitle(java.util.regex.Pattern.compile("^有误.*"));
        picture(page, "record-form-faults");
        page.fill("#f-post", "汽车驾驶");
        page.selectOption("#f-postKind", "TECHNICAL");
        page.selectOption("#f-employment", "REGULAR");
        page.fill("#f-startOfWork", "1995年9月");
        page.selectOption("#f-education", "SENIOR");
        page.selectOption("#f-retirement", "WORKER");
        page.fill("#f-occupation", "汽车驾驶员");
        page.fill("#f-occupationSince", "1996");
        page.selectOption("#f-checked", "YES");
        page.fill("#f-reason", "按人事档案登记");
        page.click("button:has-text('保存')");
        page.fill("#f-year", "2022");
        page.selectOption("#f-result", "COMPETENT");
        page.check("input[name=filed][value=YES]");
        page.click("button:text-is('登记')");
        assertThat(page.locator("#main")).containsText("2022年考核结果已登记");
        assertThat(page.locator("#main")).containsText("1995年9月");
        assertThat(page.locator("#main")).containsText("已备案");
        picture(page, "record");
        checkSheet(page);
        page.context().close();

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/my-record");
        assertThat(worker.locator("#main")).containsText("有误请联系单位");
        assertThat(worker.locator("#main")).containsText("1995年9月");
        assertThat(worker.locator("#main")).containsText("已核对档案");
        picture(worker, "my-record");
        worker.context().close();
    }

    private void checkSheet(Page page) throws IOException {
        page.navigate("/record-imports/appraisals");
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("填写");
            var lines = List.of(
                    List.of("姓名", "身份证号码", "年度", "考核结果", "是否已备案"),
                    List.of("王小明", "410305197506180000", "2022", "良好", "是"));
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < 5; column++) {
                    sheet.value(row, column, lines.get(row).get(column));
                }
            }
        }
        page.setInputFiles("#f-file", new FilePayload("考核.xlsx", "application/octet-stream", out.toByteArray()));
        page.click("button:has-text('先检查')");
        page.waitForSelector("#t-check");
        assertThat(page.locator("#main")).containsText("身份证号码不对");
        picture(page, "sheet-check");
    }

    @Test
    void a_change_of_unit_goes_from_hand_to_hand() {
        var asking = signedIn(Cast.UNIT, Chromium.DESK);
        asking.navigate("/moves/new");
        asking.fill("#f-name", "赵桂英");
        asking.fill("#f-number", "41031119780421204" + checkOf("41031119780421204"));
        asking.fill("#f-explanation", "洛人社调〔2023〕8号");
        picture(asking, "move-form");
        asking.click("button:has-text('提出调入')");
        var path = java.net.URI.create(asking.url()).getPath();
        asking.context().close();

        var former = signedIn(Cast.CITY_UNIT, Chromium.DESK);
        former.navigate(path);
        picture(former, "move-former-unit");
        former.click("button:has-text('同意调出')");
        former.waitForSelector(".gk-flash");
        former.context().close();

        var agency = signedIn(Cast.CITY, Chromium.DESK);
        agency.navigate(path);
        picture(agency, "move-agency");
        agency.check("input[name=route][value=STAYS]");
        agency.click("button:has-text('确认调动')");
        assertThat(agency.locator("#main")).containsText("已调动");
        assertThat(agency.locator("#main")).containsText("仍按提交时的路线审核");
        picture(agency, "move-done");
        agency.context().close();
    }

    private static char checkOf(String digits) {
        for (char check : "0123456789X".toCharArray()) {
            if (org.gongkao.person.NationalId.parse(digits + check).isPresent()) {
                return check;
            }
        }
        throw new IllegalArgumentException(digits);
    }

    private void picture(Page page, String name) {
        lookAtEveryWidth(page, "worker-" + name);
    }
}

package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * From the approval to the roster: the worker pays on a phone at the counterpart's own page, opts in to the textbook; the
 * unit confirms the line, freezes roster and order sheet, uploads the stamped scan; the agency corrects a name.
 */
class PaymentToRosterJourney extends BrowserTest {

    @Autowired
    private GivenFile files;

    @Test
    void an_approved_worker_pays_and_stands_on_the_stamped_roster() {
        clock.set("2023-04-08T09:00:00");
        var file = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        pay(file);
        unit();
        agency();
    }

    private void pay(String file) {
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        var number = jdbc.sql("select number from payment.charge where purpose_key = :file")
                .param("file", file)
                .query(String.class)
                .single();
        worker.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去缴费"))
                .click();
        assertThat(worker).hasURL(Pattern.compile("/charges/" + number + "$"));
        lookAtEveryWidth(worker, "money-01-charge");
        press(worker, "微信支付 ¥365.00");
        assertThat(worker.locator("h1")).hasText("确认支付");
        lookAtEveryWidth(worker, "money-02-cashier");
        press(worker, "模拟支付失败");
        assertThat(worker.locator(".wrong")).isVisible();
        press(worker, "确认支付 ¥365.00");
        assertThat(worker).hasURL(Pattern.compile("/charges/" + number + "$"));
        assertThat(worker.locator("h2").first()).containsText("已缴费");
        lookAtEveryWidth(worker, "money-03-paid");
        worker.navigate("/application");
        lookAtEveryWidth(worker, "money-03-home-paid");
        worker.navigate("/textbooks");
        assertThat(worker.locator("input[name=wanted]:checked")).hasCount(0);
        worker.getByText("征订", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        lookAtEveryWidth(worker, "money-04-textbook");
        press(worker, "保存选择");
        assertThat(worker.locator(".gk-brief")).containsText("已选择征订");
        worker.context().close();
    }

    private void unit() {
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/roster");
        lookAtEveryWidth(clerk, "money-05-roster");
        clerk.locator("input[name=line]").first().check();
        press(clerk, "核实无误");
        assertThat(clerk.locator("main")).containsText("全部核实无误");
        lookAtEveryWidth(clerk, "money-06-confirmed");
        press(clerk, "定稿花名册");
        assertThat(clerk.locator("main")).containsText("第 1 版");
        clerk.locator("#f-scan").setInputFiles(Papers.page("加盖单位公章的花名册"));
        lookAtEveryWidth(clerk, "money-07-frozen");
        press(clerk, "上传扫描件");
        assertThat(clerk.locator("#t-scan")).hasText("盖章扫描件已上传");
        lookAtEveryWidth(clerk, "money-08-stamped");
        clerk.setViewportSize(Chromium.PHONE, 760);
        Chromium.picture(clerk, "money-08-stamped");
        clerk.setViewportSize(Chromium.DESK, 900);
        clerk.navigate("/textbooks");
        lookAtEveryWidth(clerk, "money-09-sheet");
        press(clerk, "确认征订单");
        lookAtEveryWidth(clerk, "money-10-sheet-confirmed");
        clerk.context().close();
    }

    private void agency() {
        var officer = signedIn(Cast.COUNTY, Chromium.DESK);
        officer.navigate("/rosters");
        lookAtEveryWidth(officer, "money-11-rosters");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("洛阳市涧西区实验幼儿园"))
                .click();
        officer.locator(".gk-confirm summary").first().click();
        officer.locator("input[name=name]").first().fill("陈立明");
        officer.locator("textarea[name=why]").first().fill("与居民身份证核对，姓名用字有误");
        lookAtEveryWidth(officer, "money-12-correcting");
        press(officer, "更正");
        assertThat(officer.locator("#t-differences-0")).isVisible();
        lookAtEveryWidth(officer, "money-13-corrected");
        officer.context().close();
        var finance = signedIn(Cast.FINANCE, Chromium.DESK);
        finance.navigate("/payment/discrepancies");
        lookAtEveryWidth(finance, "money-14-discrepancies");
        finance.context().close();
    }
}

package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.gongkao.Cast;
import org.gongkao.application.filling.FilledFile;
import org.junit.jupiter.api.Test;

/** 单位代填: the clerk at the desk fills in, the worker on the phone looks it through and hands it in. */
class AssistanceJourney extends BrowserTest {

    @Test
    void a_clerk_fills_in_and_the_worker_confirms_on_the_phone() {
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/assistance");
        lookAtEveryWidth(clerk, "assistance-01-list");
        clerk.locator("tbody a").first().click();
        lookAtEveryWidth(clerk, "assistance-02-nothing-begun");
        clerk.locator("a.btn-primary").click();
        clerk.locator("input[name=level][value='3']").check();
        clerk.locator("#f-occupation").selectOption(new SelectOption().setLabel("公路养护工"));
        look(clerk, "assistance-02-choice");
        press(clerk, "开始填报");
        assertThat(clerk.locator("h1")).hasText("个人基本信息");
        lookAtEveryWidth(clerk, "assistance-03-group");
        var person = clerk.url().replaceAll(".*/assistance/(\\d+)/.*", "$1");
        clerk.navigate("/assistance/" + person);
        lookAtEveryWidth(clerk, "assistance-04-begun");
        press(clerk, "填好了，请本人确认");
        assertThat(clerk.locator(".gk-faults")).isVisible();
        look(clerk, "assistance-05-not-ready");
        FilledFile.fill(jdbc, number(), clock.instant());
        clerk.navigate("/assistance/" + person + "/verdict");
        look(clerk, "assistance-06-verdict");
        clerk.navigate("/assistance/" + person + "/sections/post");
        clerk.getByLabel("现在的岗位").fill("桥梁养护");
        assertThat(clerk.locator("[data-gk-saved]")).containsText(java.util.regex.Pattern.compile("已保存 \\d"));
        clerk.navigate("/assistance/" + person);
        press(clerk, "填好了，请本人确认");
        assertThat(clerk.locator(".gk-flash")).containsText("已请陈立民核对并提交");
        lookAtEveryWidth(clerk, "assistance-07-waits");

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("单位已代您填好");
        lookAtEveryWidth(worker, "assistance-08-home");
        worker.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName("核对并提交"))
                .click();
        assertThat(worker.locator("main form")).containsText("单位经办人刘芳代填");
        lookAtEveryWidth(worker, "assistance-09-submission");
        for (var box : worker.locator("form input[type=checkbox]").all()) {
            box.check();
        }
        press(worker, "提交申报");
        assertThat(worker.locator("h1")).hasText("已提交");
        worker.navigate("/application");
        assertThat(worker.getByText("单位经办人代填").first()).isVisible();
        lookAtEveryWidth(worker, "assistance-10-submitted");

        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/reviews/" + number());
        assertThat(county.locator(".gk-meta")).containsText("单位经办人代填");
        lookAtEveryWidth(county, "assistance-11-review");
        clerk.context().close();
        worker.context().close();
        county.context().close();
    }

    @Test
    void in_large_type_the_worker_asks_the_unit_takes_it_back_and_confirms() {
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/application/choice");
        worker.locator("input[name=level][value='3']").check();
        worker.locator("#f-occupation").selectOption(new SelectOption().setLabel("公路养护工"));
        press(worker, "开始填报");
        worker.navigate("/application");
        worker.locator(".gk-menu summary").click();
        worker.locator(".gk-menu__panel button:has-text('长者模式')").click();
        worker.navigate("/application");
        lookAtEveryWidth(worker, "assistance-20-large-asking");
        press(worker, "请单位代填");
        assertThat(worker.locator("#t-next")).hasText("单位正在代您填写");
        lookAtEveryWidth(worker, "assistance-21-large-asked");
        press(worker, "改为自己填写");
        assertThat(worker.locator("#t-next")).containsText("请填写");
        press(worker, "请单位代填");
        FilledFile.fill(jdbc, number(), clock.instant());
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/assistance");
        look(clerk, "assistance-22-asked");
        clerk.locator("tbody a").first().click();
        clerk.locator("a[href$='/sections/education']").click();
        press(clerk, "保存");
        clerk.navigate(clerk.url().replaceAll("/sections/.*", ""));
        press(clerk, "填好了，请本人确认");
        assertThat(clerk.locator("#f-ready")).containsText("等本人确认");
        worker.navigate("/application");
        assertThat(worker.locator("#t-next")).hasText("单位已代您填好");
        lookAtEveryWidth(worker, "assistance-23-large-ready");
        worker.locator("a.btn-primary").first().click();
        look(worker, "assistance-24-large-reading");
        worker.locator("a.btn-primary").click();
        look(worker, "assistance-25-large-confirming");
        for (var box : worker.locator("form input[type=checkbox]").all()) {
            box.check();
        }
        press(worker, "提交申报");
        assertThat(worker.locator("h1")).hasText("已提交");
        clerk.context().close();
        worker.context().close();
    }

    private String number() {
        return jdbc.sql("select number from application.application")
                .query(String.class)
                .single();
    }
}

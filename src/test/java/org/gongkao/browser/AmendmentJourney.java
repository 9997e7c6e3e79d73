package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.gongkao.Cast;
import org.junit.jupiter.api.Test;

/** Two administrators extend registration by 48 hours, each at their own screen; then everybody reads it on the home page. */
class AmendmentJourney extends BrowserTest {

    private static final List<Integer> WIDTHS = List.of(Chromium.DESK, Chromium.TABLET, Chromium.PHONE);

    @Test
    void one_proposes_another_confirms_and_the_home_page_tells() {
        var first = signedIn(Cast.ADMINISTRATOR, Chromium.DESK);
        first.navigate("/administration/cycles");
        lookAtEveryWidth(first, "cycle-list");
        first.locator("tbody a").first().click();
        lookAtEveryWidth(first, "cycle-show");
        first.evaluate("""
                [...document.querySelectorAll('main details.gk-fold')]
                  .filter(section => section.textContent.trim().startsWith('申报材料'))
                  .flatMap(section => [section, ...section.querySelectorAll('details')])
                  .forEach(fold => fold.open = true)
                """);
        lookAtEveryWidth(first, "cycle-show-unfolded");
        first.locator("main a:has-text('拟补充通知')").click();
        lookAtEveryWidth(first, "cycle-choice");
        first.locator("input[value='windows.REGISTRATION.to']").check();
        first.locator("main form button").click();
        first.fill("#f-after-0", "三十号");
        pressInMain(first, "提交，等第二人确认");
        lookAtEveryWidth(first, "cycle-amend-refused");
        first.fill("#f-documentNumber", "洛人社函〔2023〕12号");
        first.fill("#f-reason", "报名网站3月27日下午无法访问，延长48小时。");
        first.fill("#f-after-0", "2023-03-30 24:00:00");
        pressInMain(first, "提交，等第二人确认");
        lookAtEveryWidth(first, "cycle-amendment-own");

        var second = signedIn(Cast.SECOND_ADMINISTRATOR, Chromium.DESK);
        second.navigate("/administration/cycles");
        lookAtEveryWidth(second, "cycle-list-waiting");
        second.getByText("洛人社函〔2023〕12号").first().click();
        lookAtEveryWidth(second, "cycle-amendment-other");
        pressInMain(second, "确认并生效");
        assertThat(second.locator(".gk-flash")).containsText("已确认");
        lookAtEveryWidth(second, "cycle-amendment-confirmed");
        second.navigate("/administration/cycles/1/comparison?with=1-2");
        lookAtEveryWidth(second, "cycle-compare");
        second.navigate("/administration/cycles/new?from=1");
        lookAtEveryWidth(second, "cycle-draft");
        var text = second.inputValue("#f-overlay");
        second.fill("#f-overlay", text.replace("2023-03-28 24:00:00", "三月底").replace("hotline", "hotlin"));
        pressInMain(second, "检查并保存");
        lookAtEveryWidth(second, "cycle-faulty");

        var anybody = visitor(Chromium.DESK);
        anybody.navigate("/");
        assertThat(anybody.locator(".gk-lead")).containsText("3月30日 24:00");
        lookAtEveryWidth(anybody, "home");
    }

    private static void pressInMain(Page page, String label) {
        press(page, page.locator("main button:has-text('" + label + "')"));
    }
}

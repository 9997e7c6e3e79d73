package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.gongkao.Cast;
import org.gongkao.demo.ClockOfTheDemo;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** An administrator of a demo moves the platform through the year by the page's buttons; everybody sees it. */
@Import(ClockOfTheDemo.class)
class ClockJourney extends BrowserTest {

    @Test
    void the_clock_is_set_by_a_button_by_typing_and_back_to_real_time() {
        var page = signedIn(Cast.ADMINISTRATOR, Chromium.DESK);
        page.navigate("/demo/clock");
        page.locator("button[aria-label^='网上注册报名最后一分钟']").click();
        assertThat(page.locator(".gk-flash")).containsText("平台时间已设为2023年3月28日 23:59");
        assertThat(page.locator(".gk-clock")).containsText("演示时间：2023年3月28日 23:59");
        assertThat(page.locator(".gk-clock")).containsText("由郑工设定");
        chromium.assertInOrder(page);

        set(page, "2023-03-39", "8");
        assertThat(page.locator("#e-day")).containsText("2023-03-28 的样式");
        set(page, "2023-04-12", "09:30");
        assertThat(page.locator(".gk-clock")).containsText("2023年4月12日 09:30");

        var anybody = visitor(Chromium.PHONE);
        anybody.navigate("/");
        assertThat(anybody.locator(".gk-clock")).containsText("由郑工设定");
        Chromium.picture(anybody, "clock-set-phone");

        page.locator("main button:has-text('恢复真实时间')").click();
        assertThat(page.locator(".gk-flash")).containsText("已恢复真实时间");
        assertThat(page.locator(".gk-clock")).hasCount(0);
    }

    private static void set(Page page, String day, String time) {
        page.fill("#f-day", day);
        page.fill("#f-time", time);
        page.locator("main button:has-text('设为这个时间')").click();
    }
}

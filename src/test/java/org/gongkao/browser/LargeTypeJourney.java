package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.gongkao.Cast;
import org.junit.jupiter.api.Test;

/** 长者模式: larger type, and one thing on the worker's home, on a phone of 360 points. */
class LargeTypeJourney extends BrowserTest {

    @Test
    void a_worker_s_home_shows_the_one_next_step_and_all_of_it_when_asked() {
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.locator(".gk-menu summary").click();
        page.locator(".gk-menu__panel button:has-text('长者模式')").click();
        assertThat(page.locator("main h2")).hasCount(1);
        assertThat(page.locator("main h2")).hasText("开始申报");
        assertThat(page.locator("main .btn")).hasCount(1);
        Chromium.picture(page, "large-home");
        chromium.assertInOrder(page);

        page.getByText("查看全部").click();
        assertThat(page.locator(".gk-brief")).isVisible();
        Chromium.picture(page, "large-home-all");
        chromium.assertInOrder(page);
        page.getByText("只看下一步").click();
        page.locator("main .btn").click();
        assertThat(page.locator("h1")).isVisible();
        Chromium.picture(page, "large-choice");
        chromium.assertInOrder(page);
    }
}

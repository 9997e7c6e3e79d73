package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import org.gongkao.Cast;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who presses 保存 while the page is just saving by itself is not told that somebody else was quicker. */
class AutosaveJourney extends BrowserTest {

    @Autowired
    private WorkerActs acts;

    @Test
    void a_press_waits_for_the_save_that_is_on_its_way() {
        acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.navigate("/application/sections/education");
        var onTheirWay = new ArrayList<Route>();
        page.route(url -> url.contains("/application/sections/education"), route -> {
            if (route.request().headers().containsKey("x-autosave")) {
                onTheirWay.add(route);
            } else {
                route.resume();
            }
        });
        page.getByLabel("毕业学校").fill("洛阳市第一职业高中");
        page.waitForCondition(() -> !onTheirWay.isEmpty());
        button(page, "保存，下一项").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/education$"));
        onTheirWay.getFirst().resume();
        assertThat(page).not().hasURL(java.util.regex.Pattern.compile("/education$"));
        assertThat(page.locator(".gk-faults")).hasCount(0);
        page.navigate("/application/sections/education");
        assertThat(page.getByLabel("毕业学校")).hasValue("洛阳市第一职业高中");
    }
}

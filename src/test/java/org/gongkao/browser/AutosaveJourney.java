package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page saves by itself is there before the next press or page, and nobody is told that somebody else was quicker. */
class AutosaveJourney extends BrowserTest {

    private static final String EDUCATION = "/application/sections/education";

    @Autowired
    private WorkerActs acts;

    @Test
    void a_press_waits_for_the_save_that_is_on_its_way() {
        acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.navigate(EDUCATION);
        var onTheirWay = held(page);
        page.getByLabel("毕业学校").fill("洛阳市第一职业高中");
        page.waitForCondition(() -> !onTheirWay.isEmpty());
        button(page, "保存，下一项").click();
        assertThat(page).hasURL(Pattern.compile("/education$"));
        onTheirWay.getFirst().resume();
        assertThat(page).not().hasURL(Pattern.compile("/education$"));
        assertThat(page.locator(".gk-faults")).hasCount(0);
        page.navigate(EDUCATION);
        assertThat(page.getByLabel("毕业学校")).hasValue("洛阳市第一职业高中");
    }

    @Test
    void who_leaves_by_a_link_at_once_finds_the_next_page_after_the_save() {
        acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.navigate(EDUCATION);
        var onTheirWay = held(page);
        page.getByLabel("毕业学校").fill("洛阳市第一职业高中");
        back(page).click();
        page.waitForCondition(() -> !onTheirWay.isEmpty());
        assertThat(page).hasURL(Pattern.compile("/education$"));
        page.waitForResponse("**" + EDUCATION, onTheirWay.getFirst()::resume);
        assertThat(page).hasURL(Pattern.compile("/application$"));
        page.navigate(EDUCATION);
        assertThat(page.getByLabel("毕业学校")).hasValue("洛阳市第一职业高中");
        press(page, "保存，下一项");
        assertThat(page).not().hasURL(Pattern.compile("/education$"));
        assertThat(page.locator(".gk-faults")).hasCount(0);
    }

    @Test
    void what_was_typed_after_the_save_on_its_way_is_saved_before_the_link_is_followed() {
        acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.navigate(EDUCATION);
        var onTheirWay = held(page);
        page.getByLabel("毕业学校").fill("洛阳市第一");
        page.waitForCondition(() -> !onTheirWay.isEmpty());
        page.getByLabel("毕业学校").fill("洛阳市第二职业高中");
        back(page).click();
        onTheirWay.getFirst().resume();
        page.waitForCondition(() -> onTheirWay.size() == 2);
        onTheirWay.getLast().resume();
        assertThat(page).hasURL(Pattern.compile("/application$"));
        page.navigate(EDUCATION);
        assertThat(page.getByLabel("毕业学校")).hasValue("洛阳市第二职业高中");
    }

    @Test
    void a_save_that_does_not_end_holds_nobody_back_for_long() {
        acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.navigate(EDUCATION);
        held(page);
        page.getByLabel("毕业学校").fill("洛阳市第一职业高中");
        back(page).click();
        assertThat(page).hasURL(Pattern.compile("/application$"));
    }

    /** Whoever leaves by the browser itself: the page is gone before the answer comes. */
    @Test
    void who_leaves_without_a_link_has_the_last_words_saved_as_well() {
        acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.navigate(EDUCATION);
        page.getByLabel("毕业学校").fill("洛阳市第一职业高中");
        page.navigate("about:blank");
        var later = page.context().newPage();
        page.waitForCondition(() -> {
            later.navigate(EDUCATION);
            return later.getByLabel("毕业学校").inputValue().equals("洛阳市第一职业高中");
        });
    }

    private static Locator back(Page page) {
        return page.locator("main form a.btn-link");
    }

    /** The page's own saves, which go on when the test says so. */
    private static List<Route> held(Page page) {
        var held = new ArrayList<Route>();
        page.route(AutosaveJourney::isEducation, route -> {
            if (route.request().headers().containsKey("x-autosave")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    private static boolean isEducation(String url) {
        return url.contains(EDUCATION);
    }
}

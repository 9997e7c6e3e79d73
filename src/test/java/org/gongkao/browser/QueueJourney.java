package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 审核队列: an office walks it with j, k and enter, finds one file by name, narrows the list and exports what it sees. */
class QueueJourney extends BrowserTest {

    @Autowired
    private GivenFile files;

    @Test
    void a_queue_is_walked_searched_narrowed_and_exported() {
        var county = cast.actor(Cast.COUNTY);
        var first = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, county, clock.instant());
        var second = files.inReview(cast.actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, county, clock.instant());
        var page = signedIn(Cast.COUNTY, Chromium.DESK);
        page.navigate("/reviews");
        lookAtEveryWidth(page, "queue-01-mine");
        for (var key : List.of("j", "j", "k", "j", "Enter")) {
            page.keyboard().press(key);
        }
        assertThat(page).hasURL(Pattern.compile("/reviews/" + second + "$"));
        page.keyboard().press("k");
        assertThat(page).hasURL(Pattern.compile("/reviews/" + first + "$"));

        page.navigate("/reviews");
        page.fill("#f-term", "赵桂英");
        page.press("#f-term", "Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(second);
        lookAtEveryWidth(page, "queue-02-found");
        var exported = page.waitForDownload(() -> page.getByText("导出筛选结果").click());
        org.assertj.core.api.Assertions.assertThat(exported.suggestedFilename()).endsWith(".xlsx");
        page.getByText("五级", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText("这里没有申报");
        lookAtEveryWidth(page, "queue-03-nothing");
        page.context().close();
    }
}

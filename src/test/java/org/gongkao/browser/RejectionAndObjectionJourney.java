package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The county rejects with reason and clause, the worker objects, the city reopens; rejected again, the decision stands. */
class RejectionAndObjectionJourney extends BrowserTest {

    private static final String CLAUSE = "豫人社工考〔2013〕1号 第四条";

    @Autowired
    private GivenFile files;

    @Test
    void a_rejected_worker_objects_and_the_city_reopens_the_file_once() {
        var number = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/reviews/" + number);
        press(county, "不予通过");
        assertThat(county.locator(".gk-faults")).isVisible();
        backAndReload(county);
        decide(county, "不予通过", "从事申报工种的年限不足。", "objection-01-rejecting");

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        assertThat(worker.locator("#t-decision + dl")).containsText("从事申报工种的年限不足");
        assertThat(worker.locator("#t-decision + dl")).containsText(CLAUSE);
        look(worker, "objection-02-rejected");
        press(worker, "提交申诉");
        assertThat(worker.locator(".gk-faults")).isVisible();
        worker.fill("#f-reason", "档案记载2004年起从事该工种，年限够。");
        press(worker, "提交申诉");
        assertThat(worker.locator(".gk-brief")).containsText("申诉处理中");
        look(worker, "objection-03-objected");

        var city = signedIn(Cast.CITY, Chromium.DESK);
        city.navigate("/reviews?desk=objections");
        look(city, "objection-04-queue");
        city.locator("tbody a").first().click();
        assertThat(city.locator(".gk-promise")).containsText("对申诉作出决定");
        assertThat(city.locator("#t-objection + dl")).containsText("档案记载2004年起从事该工种，年限够。");
        assertThat(city.locator("#f-clause")).isInViewport();
        decide(city, "恢复审核", "档案记载属实。", "objection-05-deciding");

        county.navigate("/reviews/" + number);
        decide(county, "不予通过", "复核后仍不足年限。", "objection-06-again");
        worker.navigate("/application");
        assertThat(worker.getByText("提交申诉")).hasCount(0);
        look(worker, "objection-07-final");
        for (var page : new Page[] {county, worker, city}) {
            page.context().close();
        }
    }

    /** A refused form is no dead end of the browser's: its page is asked for again, and what was typed is still there. */
    private static void backAndReload(Page page) {
        page.fill("#f-reason", "写到一半的理由");
        press(page, "不予通过");
        assertThat(page.locator(".gk-faults")).isVisible();
        var asked = page.waitForRequest(request -> request.isNavigationRequest(), page::reload);
        org.assertj.core.api.Assertions.assertThat(asked.method()).isEqualTo("GET");
        assertThat(page.locator("#f-reason")).hasValue("写到一半的理由");
        page.navigate("/reviews");
        page.goBack();
        assertThat(page.locator("#f-reason")).hasValue("写到一半的理由");
    }

    private void decide(Page page, String label, String reason, String picture) {
        page.fill("#f-reason", reason);
        page.fill("#f-clause", CLAUSE);
        look(page, picture);
        press(page, label);
        assertThat(page.locator(".gk-flash")).isVisible();
    }
}

package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gongkao.Cast;
import org.gongkao.application.levelone.GivenLevelOne;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 高级技师的推荐和纸质材料: a unit states its posts, recommends beyond them with a reason that the county reads, and sends the paper on. */
class LevelOneJourney extends BrowserTest {

    @Autowired
    private GivenLevelOne files;

    @Test
    void a_unit_recommends_beyond_its_vacancies_and_the_paper_goes_on_its_way() {
        var number = files.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/reviews/" + number);
        lookAtEveryWidth(clerk, "level-one-01-not-recommended");
        clerk.navigate("/level-one");
        lookAtEveryWidth(clerk, "level-one-02-posts-empty");
        press(clerk, "填报");
        assertThat(clerk.locator(".gk-faults")).isVisible();
        lookAtEveryWidth(clerk, "level-one-03-posts-wrong");
        clerk.fill("#f-posts", "40");
        clerk.fill("#f-approved", "2");
        clerk.fill("#f-held", "2");
        clerk.fill("#f-basis", "洛人社岗〔2021〕3号");
        press(clerk, "填报");
        assertThat(clerk.locator(".gk-flash")).containsText("第 1 版");
        lookAtEveryWidth(clerk, "level-one-04-posts");

        clerk.locator("tbody a").first().click();
        assertThat(clerk.locator("input[type=checkbox]:checked")).hasCount(0);
        lookAtEveryWidth(clerk, "level-one-05-recommend");
        press(clerk, "推荐");
        assertThat(clerk.locator(".gk-faults")).isVisible();
        lookAtEveryWidth(clerk, "level-one-06-recommend-wrong");
        clerk.check("#f-statement");
        clerk.check("#f-beyond");
        clerk.fill("#f-reason", "现有一名高级技师将于今年9月退休，岗位工作不能中断。");
        clerk.fill("#f-responsible", "刘芳");
        press(clerk, "推荐");
        assertThat(clerk.locator(".gk-flash")).containsText("已推荐");
        lookAtEveryWidth(clerk, "level-one-07-recommended");
        clerk.navigate("/level-one/" + number);
        lookAtEveryWidth(clerk, "level-one-08-standing");

        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/reviews/" + number);
        assertThat(county.locator("main")).containsText("现有一名高级技师将于今年9月退休");
        lookAtEveryWidth(county, "level-one-09-county");
        county.navigate("/level-one/units/" + CastSeeds.COUNTY_UNIT);
        lookAtEveryWidth(county, "level-one-10-county-posts");

        clerk.navigate("/level-one");
        clerk.getByText("纸质材料的收件和转交").click();
        lookAtEveryWidth(clerk, "level-one-11-papers");
        clerk.navigate("/papers/" + number);
        press(clerk, "登记收到");
        lookAtEveryWidth(clerk, "level-one-12-paper");
        press(clerk, "转交下一级");
        lookAtEveryWidth(clerk, "level-one-13-paper-forwarded");

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/application");
        worker.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("纸质材料 1 份：在哪里"))
                .click();
        assertThat(worker.locator("main")).containsText("对方尚未登记收到");
        lookAtEveryWidth(worker, "level-one-14-worker");
        for (var page : new Page[] {clerk, county, worker}) {
            page.context().close();
        }
    }
}

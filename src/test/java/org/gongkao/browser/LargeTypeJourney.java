package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 长者模式: larger type, and one thing on each of the worker's pages, on a phone of 360 points. */
class LargeTypeJourney extends BrowserTest {

    @Autowired
    private GivenFile files;

    @Autowired
    private WorkerActs acts;

    @Test
    void a_worker_s_home_shows_the_one_next_step_and_all_of_it_when_asked() {
        var page = inLargeType();
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

    @Test
    void materials_come_one_kind_after_the_other_and_what_is_read_stands_apart_from_what_is_signed() {
        acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        clock.set("2023-03-16T09:00:00");
        jdbc.sql("update application.material set removed_at = added_at where kind = 'ID_CARD'")
                .update();
        var page = inLargeType();
        assertThat(page.locator("main h2")).containsText("上传材料");
        page.locator("main .btn-primary").click();
        assertThat(page.locator("main section")).hasCount(1);
        assertThat(page.locator("main h2")).hasText("居民身份证");
        look(page, "large-material");
        page.locator("input[type=file]").setInputFiles(Papers.page("居民身份证"));
        page.locator("main form button:has-text('上传')").click();
        assertThat(page.locator("#m-ID_CARD")).containsText("已上传 1 份");
        page.getByText("下一种：").click();
        assertThat(page.locator("main section")).hasCount(1);
        assertThat(page.locator("main h2")).not().hasText("居民身份证");

        page.navigate("/application/submission");
        assertThat(page.locator("main section")).hasCount(1);
        assertThat(page.locator("main input[type=checkbox]")).hasCount(0);
        look(page, "large-submission-read");
        page.getByText("核对无误，下一步").click();
        assertThat(page.locator("main section")).hasCount(1);
        look(page, "large-submission-sign");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator(".gk-faults")).isVisible();
        for (var box : page.locator("main input[type=checkbox]").all()) {
            box.check();
        }
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("h1")).hasText("已提交");
        page.context().close();
    }

    @Test
    void a_defect_is_the_next_step_of_a_returned_file() {
        var county = cast.actor(Cast.COUNTY);
        var number = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, county, clock.instant());
        files.sendBack(number, Set.of("post"), county, clock.instant());
        var page = inLargeType();
        assertThat(page.locator("main h2")).hasText("请改正：与档案不一致");
        assertThat(page.locator("main section p").first()).containsText("按档案改");
        look(page, "large-home-defect");
        page.context().close();
    }

    @Test
    void the_fee_is_the_next_step_of_an_approved_file() {
        var county = cast.actor(Cast.COUNTY);
        var number = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, county, clock.instant());
        files.approve(number, county, clock.instant());
        var page = inLargeType();
        assertThat(page.locator("main h2")).hasText("网上缴费");
        look(page, "large-home-fee");
        page.context().close();
    }

    @Test
    void a_rejected_worker_reads_why_first_and_then_objects() {
        var county = cast.actor(Cast.COUNTY);
        var number = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, county, clock.instant());
        files.reject(number, "从事申报工种的年限不足", "豫人社工考〔2013〕1号 第四条", county, clock.instant());
        var page = inLargeType();
        assertThat(page.locator("main section")).containsText("从事申报工种的年限不足");
        assertThat(page.locator("main section")).containsText("豫人社工考〔2013〕1号 第四条");
        look(page, "large-home-rejected");
        page.getByText("我要申诉").click();
        assertThat(page.locator("main section")).hasCount(1);
        look(page, "large-objection");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator(".gk-faults")).isVisible();
        page.fill("#f-reason", "档案记载2004年起从事该工种，年限够。");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator(".gk-flash")).containsText("申诉已提交");
        page.context().close();
    }

    private Page inLargeType() {
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.locator(".gk-menu summary").click();
        page.locator(".gk-menu__panel button:has-text('长者模式')").click();
        page.navigate("/application");
        return page;
    }
}

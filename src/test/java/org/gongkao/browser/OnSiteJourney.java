package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.application.Applications;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.Materials;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.job.JobSteps;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 现场审查确认: the county gives times, the worker books one on a phone, and the originals come, are compared and go back. */
class OnSiteJourney extends BrowserTest {

    @Autowired
    private GivenFile given;

    @Autowired
    private Applications applications;

    @Autowired
    private Materials materials;

    @Autowired
    private Files files;

    @Autowired
    private JobSteps jobs;

    @Test
    void an_original_is_booked_received_compared_page_by_page_and_given_back() {
        var number = given.passedByUnit(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        given.mark(
                number, Set.of(uploaded(number), "education"), "上传的照片看不清印章", cast.actor(Cast.COUNTY), clock.instant());
        var colleague = given.passedByUnit(
                cast.actor(Cast.CITY_WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        given.mark(colleague, Set.of("certificates"), "证书编号查无记录", cast.actor(Cast.COUNTY), clock.instant());
        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/visit-slots");
        lookAtEveryWidth(county, "onsite-01-no-times");
        county.fill("#f-first", "2023-03-20");
        county.fill("#f-last", "2023-03-24");
        county.fill("#f-from", "09:00");
        county.fill("#f-until", "11:30");
        county.fill("#f-place", "人社局二楼 205 室");
        pressFirst(county, "安排时段");
        assertThat(county.locator(".gk-faults")).isVisible();
        county.fill("#f-capacity", "10");
        pressFirst(county, "安排时段");
        assertThat(county.locator(".gk-flash")).containsText("已安排 5 个时段");
        lookAtEveryWidth(county, "onsite-02-times");

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/visit");
        lookAtEveryWidth(worker, "onsite-03-worker");
        pressFirst(worker, "预约");
        assertThat(worker.locator(".gk-faults")).containsText("请先选择一个时段");
        worker.check("#f-slot");
        pressFirst(worker, "预约");
        assertThat(worker.locator(".gk-flash")).containsText("已约好时间");
        lookAtEveryWidth(worker, "onsite-04-booked");

        var unit = signedIn(Cast.UNIT, Chromium.DESK);
        unit.navigate("/unit-visits");
        lookAtEveryWidth(unit, "onsite-05-unit");
        unit.check("tbody input[type=checkbox]");
        unit.selectOption("#f-slot", new SelectOption().setIndex(1));
        pressFirst(unit, "批量预约");
        jobs.runAll();
        unit.navigate("/unit-visits");
        assertThat(unit.locator("tbody")).not().containsText("待预约");

        clock.set("2023-03-20T09:30:00");
        county.navigate("/visits");
        lookAtEveryWidth(county, "onsite-06-day");
        county.locator("tbody a:text('陈立民')").click();
        pressFirst(county, "登记接收");
        assertThat(county.locator(".gk-faults")).containsText("请先勾选收到了哪些原件");
        for (var box : county.locator("input[name=brought]").all()) {
            box.check();
        }
        lookAtEveryWidth(county, "onsite-07-receive");
        pressFirst(county, "登记接收");
        pressFirst(county, "记入核对结果");
        assertThat(county.locator(".gk-faults")).containsText("还没有核对");
        lookAtEveryWidth(county, "onsite-08-compare");

        clock.set("2023-03-28T09:00:00");
        county.navigate("/visits?desk=held");
        assertThat(county.locator("tbody")).containsText("原件逾期未退");
        lookAtEveryWidth(county, "onsite-09-overdue");
        county.locator("tbody a").first().click();
        for (var same : county.locator("input[value=yes]").all()) {
            same.check();
        }
        pressFirst(county, "记入核对结果");
        county.fill("#f-to", "刘芳");
        pressFirst(county, "登记退还");
        lookAtEveryWidth(county, "onsite-10-returned");
        worker.navigate("/visit");
        assertThat(worker.locator("main")).containsText("原件已退还");
        lookAtEveryWidth(worker, "onsite-11-worker-returned");
        county.navigate("/reviews/" + number);
        assertThat(county.locator("[name='basis.education']")).hasValue("ORIGINAL");
        for (var page : new Page[] {county, worker, unit}) {
            page.context().close();
        }
    }

    /** A material with a picture behind it; its key among the items of the review. */
    private String uploaded(String number) {
        var worker = cast.actor(Cast.WORKER);
        var paper = Papers.page("毕业证书");
        var file = files.receive(Upload.of(paper.name, paper.buffer, FileRule.DOCUMENT), worker, clock.instant());
        files.claim(file, "application:" + number, worker);
        var application = applications.get(number, Actor.SYSTEM);
        materials.add(
                application,
                new MaterialKind("DIPLOMA", "毕业证书", "", "", false, MaterialKind.Demand.OPTIONAL),
                files.card(file),
                clock.instant());
        return "material:" + materials.of(application).getLast().id();
    }
    /** A label may stand on several buttons of these pages; the first is meant. */
    private static void pressFirst(Page page, String label) {
        press(page, button(page, label).first());
    }
}

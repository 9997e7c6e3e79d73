package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.application.Applications;
import org.gongkao.application.SystemActs;
import org.gongkao.application.deferral.DeferralActs;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 容缺后补: a worker whose appraisal is filed late promises it; one promise is kept, one is broken. */
class DeferralJourney extends BrowserTest {

    @Autowired
    private WorkerActs acts;

    @Autowired
    private GivenFile files;

    @Autowired
    private SystemActs system;

    @Autowired
    private DeferralActs promises;

    @Autowired
    private Applications applications;

    @Test
    void a_promise_that_is_kept() {
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        var number = promised(worker);
        guaranteed(number);
        passed(number);
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("补交：");
        lookAtEveryWidth(worker, "deferral-04-home");
        worker.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去补交"))
                .click();
        press(worker, "补交 ?年度考核登记表");
        assertThat(worker.locator(".gk-faults")).isVisible();
        lookAtEveryWidth(worker, "deferral-05-nothing-chosen");
        worker.locator("input[type=file]").setInputFiles(Papers.page("年度考核登记表"));
        press(worker, "补交 ?年度考核登记表");
        assertThat(worker.locator(".gk-flash")).containsText("已补交");
        lookAtEveryWidth(worker, "deferral-06-handed-in");

        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/deferrals");
        lookAtEveryWidth(county, "deferral-07-list");
        county.locator("tbody a").first().click();
        press(county, "不通过，退回重交");
        assertThat(county.locator(".gk-faults")).isVisible();
        lookAtEveryWidth(county, "deferral-08-judging");
        press(county, "审核通过");
        assertThat(county.locator(".gk-flash")).containsText("承诺已兑现");
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("报名成功");
        assertThat(worker.locator(".gk-brief")).not().containsText("容缺");
        worker.navigate("/deferrals/" + number);
        lookAtEveryWidth(worker, "deferral-09-kept");
        worker.context().close();
        county.context().close();
    }

    @Test
    void a_promise_that_is_broken() {
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        var number = promised(worker);
        files.approve(number, cast.actor(Cast.UNIT), clock.instant());
        passed(number);
        clock.set("2023-06-30T21:00:00");
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("今天截止");
        lookAtEveryWidth(worker, "deferral-10-last-day");
        clock.set("2023-07-01T00:10:00");
        promises.endedAfter(clock.instant());
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("到期未补交");
        lookAtEveryWidth(worker, "deferral-11-broken");
        worker.navigate("/deferrals/" + number);
        lookAtEveryWidth(worker, "deferral-12-broken");
        var unit = signedIn(Cast.UNIT, Chromium.DESK);
        unit.navigate("/deferrals?state=broken");
        assertThat(unit.locator("tbody")).containsText("陈立民");
        lookAtEveryWidth(unit, "deferral-13-broken-list");
        worker.context().close();
        unit.context().close();
    }

    /** On the page of materials; all else is filled in before. */
    private String promised(Page worker) {
        var number = acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        jdbc.sql("update application.material set removed_at = added_at where kind = 'APPRAISAL'")
                .update();
        worker.navigate("/application/materials?kind=APPRAISAL");
        press(worker, "承诺后补 ?年度考核登记表");
        assertThat(worker.locator(".gk-faults")).isVisible();
        lookAtEveryWidth(worker, "deferral-01-liability");
        worker.getByLabel("我已阅读责任告知").check();
        press(worker, "承诺后补 ?年度考核登记表");
        assertThat(worker.locator("#m-APPRAISAL")).containsText("已承诺后补");
        lookAtEveryWidth(worker, "deferral-02-promised");
        acts.submit(number, applications.get(number, Actor.SYSTEM).version(), cast.actor(Cast.WORKER), clock.instant());
        return number;
    }

    /** 单位承诺, with the approval. */
    private void guaranteed(String number) {
        var unit = signedIn(Cast.UNIT, Chromium.DESK);
        unit.navigate("/reviews/" + number);
        for (var box : unit.locator("input[name=pick]").all()) {
            box.check();
        }
        unit.locator("select[name='all.outcome']").selectOption("MET");
        unit.locator("select[name='all.basis']").selectOption("PERSONNEL_FILE");
        unit.getByLabel("单位审核责任人").fill("刘芳");
        press(unit, "保存核对结果");
        assertThat(unit.getByLabel("单位审核责任人")).hasValue("刘芳");
        unit.locator("[id^='f-problem.promise']").focus();
        unit.keyboard().press("q");
        assertThat(unit.locator("#gk-why")).containsText("逐项核对完毕");
        press(unit, "通过");
        assertThat(unit.locator("#e-liability")).isVisible();
        assertThat(unit.getByLabel("单位审核责任人")).hasValue("刘芳");
        unit.getByLabel("单位已阅读责任告知").check();
        lookFromTheEnd(unit, "deferral-03-units-word");
        press(unit, "通过");
        assertThat(unit).hasURL(Pattern.compile("/reviews(\\?.*)?$"));
        unit.context().close();
    }

    private void passed(String number) {
        files.approve(number, cast.actor(Cast.DEPARTMENT), clock.instant());
        files.approve(number, cast.actor(Cast.COUNTY), clock.instant());
        system.paid(number, clock.instant());
    }

    /** The bar at the foot of a narrow workbench covers what is scrolled under it: looked at from the end. */
    private void lookFromTheEnd(Page page, String name) {
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
        lookAtEveryWidth(page, name);
    }
}

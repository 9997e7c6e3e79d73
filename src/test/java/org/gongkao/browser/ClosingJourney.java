package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A county closes its review, the city sends the report back, accepts it and reports to the province. */
class ClosingJourney extends BrowserTest {

    @Autowired
    private GivenFile files;

    @Test
    void a_county_and_a_city_report_and_the_province_accepts() {
        clock.set("2023-04-10T15:00:00");
        var decided = inReview(Cast.WORKER);
        var open = inReview(Cast.CITY_WORKER);
        files.approve(decided, cast.actor(Cast.COUNTY), clock.instant());

        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/closings");
        assertThat(county.locator("main")).containsText("还不能汇总上报：本级未审结 1 份");
        lookAtEveryWidth(county, "closing-01-waits");
        files.reject(open, "工龄不足", "豫人社工考〔2013〕1号", cast.actor(Cast.COUNTY), clock.instant());
        county.reload();
        press(county, "汇总上报");
        assertThat(county.locator("#e-responsible")).isVisible();
        county.getByLabel("责任人").fill("王海");
        press(county, "汇总上报");
        lookAtEveryWidth(county, "closing-02-closed");
        stamp(county);

        var city = signedIn(Cast.CITY, Chromium.DESK);
        city.navigate("/closings");
        lookAtEveryWidth(city, "closing-03-city");
        city.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("涧西区工考管理机构"))
                .click();
        press(city, "退回重报");
        assertThat(city.locator("#e-reason")).isVisible();
        city.getByLabel("理由").fill("扫描件看不清公章，请重新盖章上传");
        press(city, "退回重报");

        county.reload();
        assertThat(county.locator("main")).containsText("扫描件看不清公章");
        lookAtEveryWidth(county, "closing-04-sent-back");
        county.getByLabel("责任人").fill("王海");
        press(county, "汇总上报");
        stamp(county);
        city.reload();
        lookAtEveryWidth(city, "closing-05-to-accept");
        press(city, "接收");
        assertThat(city.locator("main")).containsText("已接收");

        clock.set("2023-04-11T09:00:00");
        city.navigate("/closings/410300");
        lookAtEveryWidth(city, "closing-06-city-own");
        city.getByLabel("责任人").fill("何伟");
        press(city, "汇总上报");
        stamp(city);
        city.navigate("/closings/410305/versions/2?check=true");
        lookAtEveryWidth(city, "closing-07-list");

        var province = signedIn(Cast.PROVINCE, Chromium.DESK);
        province.navigate("/closings");
        province.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("洛阳市工考管理机构"))
                .click();
        lookAtEveryWidth(province, "closing-08-province");
        press(province, "接收");
        assertThat(province.locator("main")).containsText("已接收");
    }

    private String inReview(String worker) {
        return files.inReview(cast.actor(worker), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    private static void stamp(Page page) {
        page.locator("#f-scan").setInputFiles(Papers.page("资格审查汇总表"));
        press(page, "上传扫描件");
        assertThat(page.locator("#t-scan")).hasText("盖章扫描件已上传");
    }
}

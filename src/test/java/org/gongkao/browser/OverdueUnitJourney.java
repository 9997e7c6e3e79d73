package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 单位逾期未审: after the unit's bell the county sees the file, gives the unit a date of its own, and the unit may review again. */
class OverdueUnitJourney extends BrowserTest {

    @Autowired
    private WorkerActs files;

    @Test
    void what_a_unit_left_undone_gets_a_date_of_its_own() {
        var number = files.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        clock.set("2023-04-04T09:00:00");
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/reviews/" + number);
        assertThat(clerk.locator(".gk-decide")).hasCount(0);
        look(clerk, "overdue-01-unit-closed");
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        assertThat(worker.locator(".gk-brief")).containsText("由工考管理机构另定期限");
        look(worker, "overdue-02-worker");

        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/reviews");
        county.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("单位逾期未审")))
                .first()
                .click();
        look(county, "overdue-03-queue");
        county.locator("tbody a").first().click();
        press(county, "另定期限");
        assertThat(county.locator(".gk-faults")).isVisible();
        county.fill("#f-until", "2023-04-07");
        county.fill("#f-reason", "请于4月7日前审完。");
        look(county, "overdue-04-date");
        press(county, "另定期限");
        assertThat(county.locator(".gk-flash")).containsText("已另定审核期限");

        clerk.navigate("/reviews/" + number);
        assertThat(clerk.locator(".gk-promise")).containsText("2023年4月7日 24:00");
        look(clerk, "overdue-05-unit-open");
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("2023年4月7日 24:00");
        look(worker, "overdue-06-worker-again");
        for (var page : new Page[] {clerk, worker, county}) {
            page.context().close();
        }
    }
}

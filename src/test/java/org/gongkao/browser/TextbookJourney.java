package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.Charges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 各工种教材本着自愿原则征订，由各单位统一汇总后上缴: a worker opts in, the unit confirms and owes one sum, the county books what
 * arrives and hands out, the unit receives and gives, the city and the auditor read.
 */
class TextbookJourney extends BrowserTest {

    private static final String UNITS_PAGE = "/textbook-orders/units/" + CastSeeds.COUNTY_UNIT;

    @Autowired
    private GivenFile files;

    @Autowired
    private Charges charges;

    @Test
    void from_the_choice_to_the_book_in_the_hand() {
        clock.set("2023-04-16T09:00:00");
        for (var worker : new String[] {Cast.WORKER, Cast.CITY_WORKER}) {
            files.paid(cast.actor(worker), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        }
        chooses(Cast.WORKER);
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/textbook-orders");
        lookAtEveryWidth(county, "textbook-01-empty");
        county.navigate("/textbook-orders/units");
        lookAtEveryWidth(county, "textbook-01-units-empty");

        clerk.navigate("/textbooks/copies");
        lookAtEveryWidth(clerk, "textbook-01-copies-empty");
        clerk.navigate("/textbooks");
        lookAtEveryWidth(clerk, "textbook-02-sheet");
        press(clerk, "确认征订单");
        chooses(Cast.CITY_WORKER);
        clerk.navigate("/textbooks");
        press(clerk, "确认征订单");
        lookAtEveryWidth(clerk, "textbook-03-confirmed");
        clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去缴款"))
                .click();
        lookAtEveryWidth(clerk, "textbook-04-charge");
        settled(2);
        clerk.navigate("/textbooks");
        lookAtEveryWidth(clerk, "textbook-05-paid");

        county.navigate("/textbook-orders/stock");
        lookAtEveryWidth(county, "textbook-06-stock-empty");
        pressLast(county, "登记入库");
        lookAtEveryWidth(county, "textbook-06-stock-faults");
        county.locator("#f-book").selectOption("S0201-3");
        county.locator("#f-quantity").fill("10");
        county.locator("#f-note").fill("送货单 0417");
        pressLast(county, "登记入库");
        lookAtEveryWidth(county, "textbook-07-stock");
        county.navigate("/textbook-orders/units");
        lookAtEveryWidth(county, "textbook-08-units");
        county.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("洛阳市涧西区实验幼儿园"))
                .click();
        county.locator("input[name^=copies-]").first().fill("5");
        press(county, "发放到单位");
        lookAtEveryWidth(county, "textbook-09-too-many");
        county.locator("input[name^=copies-]").first().fill("1");
        press(county, "发放到单位");
        lookAtEveryWidth(county, "textbook-10-handed-out");

        clerk.navigate("/textbooks/copies");
        lookAtEveryWidth(clerk, "textbook-11-to-receive");
        clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("清点无误，签收"))
                .first()
                .click();
        lookAtEveryWidth(clerk, "textbook-12-received");
        clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记陈立民的教材已发给本人"))
                .click();
        lookAtEveryWidth(clerk, "textbook-13-given");

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/textbooks");
        assertThat(worker.locator("main")).containsText("单位已登记把教材发给您");
        lookAtEveryWidth(worker, "textbook-14-worker");
        for (var reader : new String[] {Cast.COUNTY, Cast.CITY, Cast.PROVINCE, Cast.AUDITOR}) {
            var page = signedIn(reader, Chromium.DESK);
            page.navigate("/textbook-orders");
            lookAtEveryWidth(page, "textbook-15-orders-" + reader);
            page.navigate(UNITS_PAGE);
            lookAtEveryWidth(page, "textbook-16-unit-" + reader);
            page.context().close();
        }
    }

    private void chooses(String who) {
        var worker = signedIn(who, Chromium.PHONE);
        worker.navigate("/textbooks");
        lookAtEveryWidth(worker, "textbook-00-choice");
        worker.getByText("征订", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        press(worker, "保存选择");
        worker.context().close();
    }

    /** As the channel's word settles it; how a payer pays is another journey. */
    private void settled(int version) {
        var key = "textbooks:" + CastSeeds.COUNTY_UNIT + ":2023:" + version;
        jdbc.sql("update payment.charge set state = 'SETTLED', settled_at = now() where purpose_key = :key")
                .param("key", key)
                .update();
        jdbc.sql("""
                insert into textbook.settled_sheet (sheet_id, settled_at)
                select id, now() from textbook.order_sheet where version = :version
                """).param("version", version).update();
        jdbc.sql("update textbook.unit_book set paid = ordered").update();
        org.assertj.core.api.Assertions.assertThat(charges.find(key).settledAt())
                .isNotNull();
    }
}

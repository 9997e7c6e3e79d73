package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Timestamp;
import org.assertj.core.api.Assertions;
import org.gongkao.Cast;
import org.gongkao.application.SystemActs;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.Charges;
import org.gongkao.payment.Settling;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a file otherwise: taken back, given up, ended by the bell, not paid in time, paid wrongly, given back. */
class EndsJourney extends BrowserTest {

    @Autowired
    private WorkerActs worker;

    @Autowired
    private GivenFile files;

    @Autowired
    private SystemActs system;

    @Autowired
    private Charges charges;

    @Autowired
    private Settling settling;

    @Test
    void a_worker_takes_a_file_back_gives_it_up_and_may_begin_again() {
        worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        confirmed(page, "撤回修改", "确认撤回");
        assertThat(page.locator(".gk-flash")).containsText("已撤回");
        lookAtEveryWidth(page, "ends-01-recalled");
        confirmed(page, "撤销申报", "确认撤销");
        assertThat(page.locator(".gk-brief")).containsText("申报已撤销");
        lookAtEveryWidth(page, "ends-02-withdrawn");
        page.context().close();
    }

    @Test
    void a_draft_that_was_not_handed_in_ends_at_the_bell() {
        worker.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        clock.set("2023-03-29T00:00:00");
        system.endOfDay(clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        assertThat(page.locator(".gk-brief")).containsText("已失效");
        lookAtEveryWidth(page, "ends-03-lapsed");
        page.context().close();
    }

    @Test
    void who_is_at_the_cashiers_at_the_bell_is_told_that_it_is_over_and_that_the_channel_is_asked() {
        clock.set("2023-04-08T09:00:00");
        var number = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(number, cast.actor(Cast.COUNTY), clock.instant());
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去缴费"))
                .click();
        press(page, "微信支付 ¥365.00");
        assertThat(page.locator("h1")).hasText("确认支付");
        clock.set("2023-04-15T00:00:01");
        var charge = jdbc.sql("select number from payment.charge where purpose_key = :file")
                .param("file", number)
                .query(String.class)
                .single();
        // The page asks every two seconds and loads itself anew when its charge has moved: not while it is looked at.
        page.route("**/progress?*", asked -> asked.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.navigate(address() + "/charges/" + charge);
        assertThat(page.locator("main")).not().containsText("可以继续缴费");
        lookAtEveryWidth(page, "ends-04-charge-after-the-bell");
        system.endOfDay(clock.instant());
        page.navigate(address() + "/application");
        assertThat(page.locator(".gk-brief")).containsText("已截止");
        assertThat(page.getByText("去缴费")).hasCount(0);
        lookAtEveryWidth(page, "ends-05-unpaid-being-asked");
        page.navigate(address() + "/charges/" + charge);
        lookAtEveryWidth(page, "ends-06-charge-being-asked");
        page.context().close();
    }

    @Test
    void money_that_does_not_fit_and_a_fee_that_has_gone_back_are_said_on_home_and_charge() {
        clock.set("2023-04-08T09:00:00");
        var number = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(number, cast.actor(Cast.COUNTY), clock.instant());
        var charge = charges.find(number).path();
        var page = signedIn(Cast.WORKER, Chromium.PHONE);
        page.navigate(address() + charge);
        press(page, "微信支付 ¥365.00");
        assertThat(page.locator("h1")).hasText("确认支付");
        comes(Money.yuan(1));
        page.navigate(address() + charge);
        assertThat(page.locator("#t-now")).containsText("待财务核实");
        lookAtEveryWidth(page, "ends-07-charge-differs");
        page.navigate(address() + "/application");
        assertThat(page.locator("#t-fee")).isVisible();
        lookAtEveryWidth(page, "ends-08-differs");
        comes(Money.yuan(365));
        await().untilAsserted(() -> Assertions.assertThat(files.state(number)).isEqualTo("PAID"));
        goneBack();
        page.navigate(address() + "/application");
        assertThat(page.locator(".gk-brief")).containsText("报名费用已退回");
        lookAtEveryWidth(page, "ends-09-given-back");
        page.navigate(address() + charge);
        assertThat(page.locator("#t-now")).containsText("已退费");
        lookAtEveryWidth(page, "ends-10-charge-given-back");
        approvedAgain(number);
        page.navigate(address() + "/application");
        assertThat(page.locator(".gk-brief")).containsText("等您缴费");
        lookAtEveryWidth(page, "ends-11-asked-again");
        page.navigate(address() + charges.find(number).path());
        assertThat(page.locator("main")).containsText("费用已全部退回");
        lookAtEveryWidth(page, "ends-12-second-charge");
        page.navigate(address() + charge);
        assertThat(page.locator("#t-now + p, #t-now ~ p").first()).containsText("新的缴费单");
        lookAtEveryWidth(page, "ends-13-first-charge");
        page.context().close();
    }

    /** The channel says of the one order that this came. */
    private void comes(Money amount) {
        var order = jdbc.sql("select order_number, payer from payment.channel_order")
                .query((row, n) -> new ChannelAnswer.Paid(
                        row.getString("order_number"),
                        "T" + amount.fen(),
                        amount,
                        row.getString("payer"),
                        clock.instant()))
                .single();
        settling.take(order.orderNumber(), ChannelCode.WECHAT, order, clock.instant());
    }

    private void goneBack() {
        jdbc.sql("""
                insert into payment.refund (number, ground, charge_id, channel, order_number, transaction_no, order_total_fen,
                       amount_fen, state, attempt, reason, asked_by_role, asked_by, opened_at, done_at)
                select 'R2023040800000001', 'ORGANISER', charge_id, channel, order_number, transaction_no, amount_fen,
                       amount_fen, 'DONE', 1, '考核取消', 'WORKER', 1, recorded_at, recorded_at
                  from payment.receipt
                """).update();
    }

    /** As when a superior has had the file reviewed again. */
    private void approvedAgain(String number) {
        jdbc.sql("update application.application set state = 'IN_REVIEW', holder = authority, held_since = :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        files.approve(number, cast.actor(Cast.COUNTY), clock.instant());
    }

    private static void confirmed(Page page, String label, String action) {
        page.locator(".gk-confirm summary:has-text('" + label + "')").click();
        press(page, action);
    }
}

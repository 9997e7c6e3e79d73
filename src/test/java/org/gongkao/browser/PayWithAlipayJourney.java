package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.demo.GatewayProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker pays by Alipay: by the code on the screen, and with the phone alone, which opens the same address. */
class PayWithAlipayJourney extends BrowserTest {

    @Autowired
    private GivenFile files;

    @Autowired
    private GatewayProcess counterpart;

    private String charge = "";

    @BeforeEach
    void approved() {
        clock.set("2023-04-08T09:00:00");
        var file = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        charge = jdbc.sql("select number from payment.charge")
                .query(String.class)
                .single();
    }

    @AfterEach
    void asBefore() {
        counterpart.control("reset=1");
    }

    @Test
    void the_code_is_scanned_and_the_message_alone_settles_the_charge() {
        var screen = signedIn(Cast.WORKER, Chromium.DESK);
        screen.navigate("/charges/" + charge);
        press(screen, "支付宝 ¥365.00");
        assertThat(screen.locator("h2").first()).containsText("待支付");
        lookAtEveryWidth(screen, "alipay-01-screen");
        var address = PayByCodeJourney.read(screen.locator(".gk-scan svg"));
        // Nobody asks Alipay from here on: what settles the charge is its message.
        screen.context().close();
        var phone = visitor(Chromium.PHONE);
        phone.navigate(address);
        assertThat(phone.locator("main")).containsText("支付宝");
        Chromium.pictures(phone, "alipay-02-phone");
        press(phone, "确认支付 ¥365.00");
        assertThat(phone.locator("h1")).hasText("支付成功");
        phone.context().close();
        await().until(() -> state().equals("SETTLED"));
        assertThat(jdbc.sql("select channel || ' ' || verdict from payment.notification")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("ALIPAY TAKEN"));
        assertThat(jdbc.sql("select channel from payment.receipt")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("ALIPAY"));
    }

    @Test
    void a_phone_opens_the_same_address_and_sees_the_charge_paid_when_it_comes_back() {
        var phone = signedIn(Cast.WORKER, Chromium.PHONE);
        phone.navigate("/charges/" + charge);
        press(phone, "支付宝 ¥365.00");
        lookAtEveryWidth(phone, "alipay-03-phone-waits");
        phone.getByText("在本机打开付款页", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(phone.locator("h1")).hasText("确认支付");
        press(phone, "确认支付 ¥365.00");
        assertThat(phone.locator("h1")).hasText("支付成功");
        phone.navigate("/charges/" + charge);
        assertThat(phone.locator("h2").first()).containsText("已缴费");
        phone.context().close();
    }

    @Test
    void a_code_that_was_not_scanned_is_no_reason_to_give_the_order_up() {
        var screen = signedIn(Cast.WORKER, Chromium.DESK);
        screen.navigate("/charges/" + charge);
        press(screen, "支付宝 ¥365.00");
        screen.navigate("/charges/" + charge + "/returned");
        assertThat(state()).as("asked, and still waiting").isEqualTo("PREPARED");
        press(screen, "改用微信支付 ¥365.00");
        assertThat(screen.locator(".gk-scan")).isVisible();
        assertThat(jdbc.sql("select count(distinct channel) from payment.channel_order")
                        .query(Integer.class)
                        .single())
                .as("the first order was closed before the second was made")
                .isEqualTo(2);
        screen.context().close();
    }

    private String state() {
        return jdbc.sql("select state from payment.charge").query(String.class).single();
    }
}

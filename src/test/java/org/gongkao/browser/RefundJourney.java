package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.gongkao.Cast;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.payment.Bill;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.Charges;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.Payment;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.StartingPayment;
import org.gongkao.payment.Visit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A refund from the payer's wish to the money's return: the payer reads the rule and asks, the first of finance proposes, the
 * second decides, the counterpart gives the money back and says so by WeChat Pay's own message; the auditor reads.
 */
class RefundJourney extends BrowserTest {

    @Autowired
    private Charges charges;

    @Autowired
    private StartingPayment starting;

    @Test
    void a_payer_asks_two_of_finance_decide_and_the_money_goes_back() {
        clock.set("2023-04-10T09:00:00");
        var charge = paid();
        var payer = signedIn(Cast.WORKER, Chromium.PHONE);
        payer.navigate("/charges/" + charge);
        lookAtEveryWidth(payer, "refund-01-charge");
        payer.getByText("退费规定和申请").click();
        press(payer, "提交退费申请");
        assertThat(payer.locator("main")).containsText("请选择退费情形");
        lookAtEveryWidth(payer, "refund-02-faults");
        payer.locator("input[name=ground][value=OWN_WISH]").check();
        payer.fill("#f-reason", "因病住院，不能参加培训");
        payer.locator("#f-confirmed").check();
        press(payer, "提交退费申请");
        assertThat(payer.locator("main")).containsText("待财务受理");
        lookAtEveryWidth(payer, "refund-03-asked");
        var number = jdbc.sql("select number from payment.refund")
                .query(String.class)
                .single();

        var first = signedIn(Cast.FINANCE, Chromium.DESK);
        first.navigate("/payment/refunds");
        lookAtEveryWidth(first, "refund-04-list");
        first.getByText(number).click();
        lookAtEveryWidth(first, "refund-05-proposing");
        first.fill("#f-amount-1", "60");
        press(first, "拟同意退费");
        assertThat(first.locator("main")).containsText("不退报名考试费");
        first.fill("#f-amount-1", "0");
        first.fill("#f-words", "住院证明已核对");
        press(first, "拟同意退费");
        assertThat(first.locator("main")).containsText("须由另一名财务人员复核");
        lookAtEveryWidth(first, "refund-06-proposed");
        first.context().close();

        var second = signedIn(Cast.SECOND_FINANCE, Chromium.DESK);
        second.navigate("/payment/refunds/" + number);
        lookAtEveryWidth(second, "refund-07-deciding");
        press(second, "复核同意");
        lookAtEveryWidth(second, "refund-08-sent");
        second.navigate("/payment/refunds/new");
        lookAtEveryWidth(second, "refund-09-new");
        second.context().close();

        await().untilAsserted(() -> Assertions.assertThat(jdbc.sql("select state from payment.refund")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE"));
        payer.navigate("/charges/" + charge);
        assertThat(payer.locator("main")).containsText("已退费");
        lookAtEveryWidth(payer, "refund-10-done");
        payer.getByText("查看退费").click();
        lookAtEveryWidth(payer, "refund-11-mine");
        payer.context().close();

        var auditor = signedIn(Cast.AUDITOR, Chromium.DESK);
        auditor.navigate("/payment/refunds/" + number);
        assertThat(auditor.locator("main button")).hasCount(0);
        lookAtEveryWidth(auditor, "refund-12-auditor");
        auditor.context().close();
    }

    private String paid() {
        var worker = cast.actor(Cast.WORKER);
        var bill = new Bill(
                "2023年度工考，一级（高级技师）汽车驾驶员",
                List.of(new FeePart("报名考试费", Money.yuan(60)), new FeePart("培训费", Money.yuan(320))));
        var until = clock.instant().plusSeconds(3_600);
        long id = charges.open(Purpose.GRADING, "2023-9000001", worker.person(), bill, until, Actor.SYSTEM);
        var charge = charges.find("2023-9000001");
        var visit = new Visit(
                ChannelCode.WECHAT,
                ChannelOrder.Device.DESKTOP,
                "127.0.0.1",
                URI.create("http://127.0.0.1"),
                charge.path() + "/returned");
        var payer = "GK" + worker.person();
        starting.pay(new Payment(charge.number(), charge.title(), payer, List.of(id)), visit, worker, clock.instant());
        var code = jdbc.sql("select content from payment.pay_code")
                .query(String.class)
                .single();
        var phone = visitor(Chromium.PHONE);
        phone.navigate(code);
        press(phone, "确认支付 ¥380.00");
        phone.context().close();
        await().until(() -> charges.find("2023-9000001").state() == ChargeState.SETTLED);
        return charge.number();
    }
}

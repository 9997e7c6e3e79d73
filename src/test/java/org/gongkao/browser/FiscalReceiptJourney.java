package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.gongkao.Cast;
import org.gongkao.payment.receipt.GivenReceipts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The receipt beside the charge and in the payer's list; finance looks through the queue and has one issued anew by two people. */
class FiscalReceiptJourney extends BrowserTest {

    @Autowired
    private GivenReceipts given;

    @Test
    void a_payer_finds_the_receipt_and_two_of_finance_have_it_issued_anew() {
        clock.set("2023-04-10T09:00:00");
        long charge = given.paid("k1", cast.actor(Cast.WORKER));
        given.paid("k2", cast.actor(Cast.CITY_WORKER));
        var number = given.number(charge);
        var finance = signedIn(Cast.FINANCE, Chromium.DESK);
        finance.navigate("/payment/receipts");
        lookAtEveryWidth(finance, "receipt-01-waiting");
        given.work();
        payer(charge);
        finance.navigate("/payment/receipts");
        lookAtEveryWidth(finance, "receipt-04-issued");
        finance.navigate("/payment/receipts/" + number);
        finance.fill("#f-reason", "姓名用字有误");
        lookAtEveryWidth(finance, "receipt-05-proposing");
        press(finance, "提出冲红重开");
        lookAtEveryWidth(finance, "receipt-06-proposed");
        var second = signedIn(Cast.SECOND_FINANCE, Chromium.DESK);
        second.navigate("/payment/receipts/" + number);
        lookAtEveryWidth(second, "receipt-07-deciding");
        press(second, "同意冲红重开");
        given.work();
        second.navigate("/payment/receipts/" + number);
        assertThat(second.locator("main")).containsText("重开的票据");
        lookAtEveryWidth(second, "receipt-08-red-marked");
        second.navigate("/payment/receipts?state=open");
        assertThat(second.locator("h1")).hasText("没有需要处理的电子票据");
        second.context().close();
        finance.context().close();
    }

    private void payer(long charge) {
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/charges/"
                + jdbc.sql("select number from payment.charge where id = :id")
                        .param("id", charge)
                        .query(String.class)
                        .single());
        assertThat(worker.locator("main")).containsText("下载 PDF");
        lookAtEveryWidth(worker, "receipt-02-charge");
        worker.navigate("/charges/receipts");
        lookAtEveryWidth(worker, "receipt-03-own");
        worker.context().close();
    }
}

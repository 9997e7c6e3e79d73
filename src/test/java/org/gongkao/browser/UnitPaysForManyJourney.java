package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.payment.collective.GivenColleagues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A unit pays for many by one bank transfer: the clerk chooses and gets the code, the worker's page says so, finance takes the
 * bank's statement with a broken file first, and all names become 已缴费; a line without a code is proposed to be somebody's.
 */
class UnitPaysForManyJourney extends BrowserTest {

    private static final String HEAD = "交易日期时间,流水号,收入,支出,对方户名,附言\n";

    @Autowired
    private GivenColleagues colleagues;

    @Autowired
    private GivenFile files;

    @Autowired
    private JobSteps jobs;

    @Test
    void a_unit_pays_for_its_people_by_one_transfer() {
        clock.set("2023-04-10T09:00:00");
        var officer = cast.actor(Cast.COUNTY);
        var file = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, officer, clock.instant());
        files.approve(file, officer, clock.instant());
        colleagues.owing(5, officer, clock.instant());
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        choose(clerk);
        worker(file);
        var code = jdbc.sql("select code from payment.transfer_code")
                .query(String.class)
                .single();
        clock.set("2023-04-11T09:00:00");
        finance(code);
        clerk.reload();
        assertThat(clerk.locator("#t-now")).containsText("全部已缴费");
        assertThat(clerk.locator("td .is-met")).hasCount(6);
        lookAtEveryWidth(clerk, "collective-05-paid");
        clerk.navigate("/collective-payments");
        lookAtEveryWidth(clerk, "collective-06-list");
        clerk.context().close();
        await().untilAsserted(() ->
                org.assertj.core.api.Assertions.assertThat(files.state(file)).isEqualTo("PAID"));
    }

    private void choose(Page clerk) {
        clerk.navigate("/collective-payments");
        clerk.locator("input[data-gk-all]").check();
        assertThat(clerk.locator("[data-gk-count]")).hasText("已选 6 人，合计 ¥2,190.00");
        lookAtEveryWidth(clerk, "collective-01-choose");
        press(clerk, "下一步：核对名单");
        assertThat(clerk.locator("h1")).hasText("为 6 人统一缴费，合计 ¥2,190.00");
        lookAtEveryWidth(clerk, "collective-02-check");
        press(clerk, "提交，去付款");
        assertThat(clerk.locator(".gk-slip")).containsText("缴款码");
        lookAtEveryWidth(clerk, "collective-03-transfer");
    }

    private void worker(String file) {
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/charges/"
                + jdbc.sql("select number from payment.charge where purpose_key = :file")
                        .param("file", file)
                        .query(String.class)
                        .single());
        assertThat(worker.locator("main")).containsText("单位正在统一缴费");
        lookAtEveryWidth(worker, "collective-04-worker");
        worker.navigate("/application");
        assertThat(worker.locator("#t-fee")).isVisible();
        assertThat(worker.locator("#t-pay")).hasCount(0);
        lookAtEveryWidth(worker, "collective-04-worker-home");
        worker.context().close();
    }

    private void finance(String code) {
        var finance = signedIn(Cast.FINANCE, Chromium.DESK);
        finance.navigate("/payment/transfers");
        finance.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导入银行流水"))
                .click();
        send(finance, HEAD + "2023-04-10 14:20:00,B001,2190.001,,涧西区实验幼儿园,a\n2023-04-12 14:20:00,B001,-1,,甲,b\n");
        assertThat(finance.locator("#t-wrong")).isVisible();
        lookAtEveryWidth(finance, "transfer-01-broken");
        send(
                finance,
                HEAD + "2023-04-10 14:20:00,B001,2190.00,,洛阳市涧西区实验幼儿园,6人考工费 " + code.substring(0, 4) + " "
                        + code.substring(4)
                        + "\n2023-04-10 15:00:00,B002,365.00,,周小明,考工报名费\n2023-04-10 16:00:00,B003,,12.50,演示银行,手续费\n");
        assertThat(finance.locator("h1")).hasText("核对无误，还没有登记");
        lookAtEveryWidth(finance, "transfer-02-preview");
        press(finance, "登记流水");
        jobs.runAll();
        finance.navigate("/payment/transfers");
        lookAtEveryWidth(finance, "transfer-03-list");
        finance.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("B002"))
                .click();
        finance.locator("#f-whose").fill(code);
        finance.locator("#f-reason").fill("与单位经办人电话核对，附转账回单");
        lookAtEveryWidth(finance, "transfer-04-claim");
        press(finance, "提出认领");
        assertThat(finance.locator("main")).containsText("须由另一名财务人员复核");
        lookAtEveryWidth(finance, "transfer-05-proposed");
        finance.context().close();
        whoseMoneyItIs();
    }

    /** The order is paid already: what is claimed for it beside that stands in doubt, with the names of whom it is about. */
    private void whoseMoneyItIs() {
        var second = signedIn(Cast.SECOND_FINANCE, Chromium.DESK);
        second.navigate("/payment/transfers?state=PROPOSED");
        second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("B002"))
                .click();
        press(second, "确认认领");
        for (var place : List.of("discrepancies", "ledger", "close/2023-04-10")) {
            second.navigate("/payment/" + place);
            assertThat(second.locator("main")).containsText("陈立民");
            lookAtEveryWidth(second, "transfer-06-" + place.replaceFirst("/.*", ""));
        }
        second.context().close();
    }

    private void send(Page finance, String csv) {
        finance.locator("#f-first").fill("2023-04-10");
        finance.locator("#f-last").fill("2023-04-10");
        finance.locator("#f-file")
                .setInputFiles(new FilePayload("流水.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        press(finance, "核对并预览");
    }
}

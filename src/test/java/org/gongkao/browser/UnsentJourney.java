package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 刚才没有提交成功: two windows, or a session that has ended, and what was typed is still there. */
class UnsentJourney extends BrowserTest {

    private static final String REASON = "所交证书与人事档案的记录不一致，\n发证机关和日期都不同，请先向单位核实。";

    @Autowired
    private GivenFile given;

    @Test
    void a_decision_typed_in_one_window_outlives_a_new_sign_in_in_another() {
        var number = file();
        var page = signedIn(Cast.COUNTY, Chromium.DESK);
        typeRejection(page, number);
        var other = page.context().newPage();
        other.navigate("/account");
        press(other, "退出");
        signIn(other);
        other.close();
        press(page, "不予通过");
        assertThat(page.locator("h1")).hasText("刚才没有提交成功");
        assertThat(page.locator("#f-reason")).hasValue(REASON);
        assertThat(page.locator("#f-clause")).hasValue("豫人社工考〔2013〕1号");
        lookAtEveryWidth(page, "unsent-other-window");
        sendAgain(page, number);
    }

    @Test
    void without_a_script_and_with_its_session_ended_it_comes_back_after_signing_in() {
        var number = file();
        var page = chromium.visitor(Chromium.DESK, address(), false);
        page.navigate("/sign-in");
        signIn(page);
        typeRejection(page, number);
        jdbc.sql("delete from spring_session").update();
        page.locator("button[value=reject]").click();
        assertThat(page.locator("h1")).not().hasText("刚才没有提交成功");
        signIn(page);
        assertThat(page.locator("h1")).hasText("刚才没有提交成功");
        assertThat(page.locator("#f-reason")).hasValue(REASON);
        sendAgain(page, number);
    }

    private void sendAgain(Page page, String number) {
        org.assertj.core.api.Assertions.assertThat(state(number)).isEqualTo("IN_REVIEW");
        page.locator("main button.btn-primary").click();
        page.waitForLoadState();
        org.assertj.core.api.Assertions.assertThat(state(number)).isEqualTo("REJECTED");
        org.assertj.core.api.Assertions.assertThat(jdbc.sql("select reason from application.act where act = 'REJECT'")
                        .query(String.class)
                        .single()
                        .replace("\r", ""))
                .isEqualTo(REASON);
    }

    private static void typeRejection(Page page, String number) {
        page.navigate("/reviews/" + number);
        page.fill("#f-reason", REASON);
        page.fill("#f-clause", "豫人社工考〔2013〕1号");
    }

    private static void signIn(Page page) {
        page.fill("#f-username", Cast.COUNTY);
        page.fill("#f-password", CastSeeds.PASSWORD);
        page.press("#f-password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private String file() {
        return given.inReview(
                cast.actor(Cast.WORKER),
                cast.actor(Cast.UNIT).office().code(),
                cast.actor(Cast.COUNTY),
                clock.instant());
    }

    private String state(String number) {
        return jdbc.sql("select state from application.application where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}

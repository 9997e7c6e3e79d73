package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gongkao.Cast;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The unit returns a file with two defects at once, a second officer is told so, the worker mends them on a phone, in two
 * windows and beyond the end of the session, and the file is back at the unit.
 */
class ReturnAndCorrectionJourney extends BrowserTest {

    @Autowired
    private WorkerActs files;

    @Test
    void two_defects_are_returned_mended_and_handed_in_again() {
        var number = files.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        var second = clerk.context().newPage();
        clerk.navigate("/reviews/" + number);
        second.navigate("/reviews/" + number);
        sendBack(clerk);
        secondIsTold(second);
        clerk.context().close();
        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        mend(worker);
        var again = signedIn(Cast.UNIT, Chromium.DESK);
        again.navigate("/reviews");
        assertThat(again.locator("tbody tr")).hasCount(1);
        again.context().close();
        worker.context().close();
    }

    private void sendBack(Page clerk) {
        // Chromium draws a window that lies behind another once a second, and each press waits for two such pictures.
        clerk.bringToFront();
        for (var box : clerk.locator("input[name=pick]").all()) {
            box.check();
        }
        clerk.locator("select[name='all.outcome']").selectOption("MET");
        clerk.locator("select[name='all.basis']").selectOption("PERSONNEL_FILE");
        press(clerk, "保存核对结果");
        unmet(clerk, "post", "参加工作时间与档案不一致", "按档案改为2004年8月");
        unmet(clerk, "education", "学历证明没有盖章", "按毕业证书改为高中");
        press(clerk, "退回修改");
        assertThat(clerk.locator(".gk-flash")).containsText("已退回修改");
    }

    private static void unmet(Page clerk, String item, String problem, String remedy) {
        clerk.locator("input[name='outcome.%s'][value=UNMET]".formatted(item)).check();
        clerk.locator("input[name='problem.%s']".formatted(item)).fill(problem);
        clerk.locator("input[name='remedy.%s']".formatted(item)).fill(remedy);
    }

    private void secondIsTold(Page second) {
        second.bringToFront();
        second.locator("input[name='outcome.person'][value=UNMET]").check();
        press(second, "退回修改");
        assertThat(second.locator(".gk-faults")).containsText("刚刚被他人办理过");
        assertThat(second.locator(".gk-faults")).containsText("刘芳已在");
        look(second, "return-01-second-officer");
    }

    private void mend(Page worker) {
        assertThat(worker.locator(".gk-defect")).hasCount(2);
        look(worker, "return-02-defects");
        worker.getByText("去改这一栏").first().click();
        var other = worker.context().newPage();
        other.navigate(worker.url());
        other.locator("input[name='post.post']").fill("桥隧养护");
        press(other, "保存");
        worker.bringToFront();
        worker.locator("input[name='post.startOfWork']").fill("2004-08");
        press(worker, "保存");
        assertThat(worker.locator("main")).containsText("这一栏刚在另一个窗口保存过");
        look(worker, "return-03-two-windows");
        press(worker, "保存");
        assertThat(worker.locator(".gk-defect")).containsText("已改正");
        mendBeyondTheSession(worker, other);
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("都改过了");
        look(worker, "return-05-mended");
        worker.navigate("/application/submission");
        for (var box : worker.locator("form input[type=checkbox]").all()) {
            box.check();
        }
        press(worker, "重新提交");
        assertThat(worker.locator("h1")).hasText("已提交");
        worker.goBack();
        assertThat(worker.locator(".gk-brief")).containsText("等待单位审核");
        assertThat(worker.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("重新提交")))
                .hasCount(0);
    }

    /** The session ends in the middle of a form: nothing typed is lost, and after a new sign-in elsewhere it is sent. */
    private void mendBeyondTheSession(Page worker, Page other) {
        worker.clock().install();
        worker.navigate("/application/sections/education");
        jdbc.sql("delete from spring_session").update();
        worker.clock().fastForward("31:00");
        worker.locator("input[name='education.school']").fill("洛阳市第一高级中学");
        button(worker, "保存").click();
        assertThat(worker.locator("#ended")).containsText("登录已过期，还没有提交");
        look(worker, "return-04-session-ended");
        other.bringToFront();
        other.navigate("/sign-in");
        other.fill("#f-username", Cast.WORKER);
        other.fill("#f-password", CastSeeds.PASSWORD);
        other.press("#f-password", "Enter");
        other.waitForURL(url -> !url.contains("/sign-in"));
        worker.bringToFront();
        press(worker, "保存");
        assertThat(worker.locator(".gk-defect")).containsText("已改正");
        assertThat(worker.locator("input[name='education.school']")).hasValue("洛阳市第一高级中学");
    }
}

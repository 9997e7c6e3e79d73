package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.sms.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One real application of the year, on a phone and at the desks of unit, department and county: from registration to the paid
 * line on the unit's frozen roster, and nothing planted in between. The county's reviewer uses the keyboard only. What else
 * there is to payment and roster is in {@link PaymentToRosterJourney}.
 */
class RegistrationToRosterJourney extends BrowserTest {

    private static final String NAME = "周卫国";
    private static final String PASSWORD = "Luoyang2023gk";
    private static final String NATIONAL_ID = "410305198503073211";
    private static final String PHONE_NUMBER = "13837900321";

    @Autowired
    private Outbox outbox;

    @Test
    void from_registration_to_the_paid_line_on_the_roster() {
        var worker = visitor(Chromium.PHONE);
        register(worker);
        confirmWorker();
        fillIn(worker);
        upload(worker);
        handIn(worker);
        pass(Cast.UNIT, "刘芳");
        pass(Cast.DEPARTMENT, "");
        passByKeyboard(Cast.COUNTY);
        worker.navigate("/application");
        assertThat(worker.locator(".gk-brief")).containsText("缴费");
        look(worker, "journey-12-payment-due");
        pay(worker);
        freezeRoster();
    }

    private void pay(Page page) {
        page.getByRole(AriaRole.LINK, named("去缴费")).click();
        assertThat(page).hasURL(Pattern.compile("/charges/\\d+$"));
        look(page, "journey-13-charge");
        press(page, "微信支付 ¥[0-9.]+");
        assertThat(page.locator("h1")).hasText("确认支付");
        look(page, "journey-13-cashier");
        press(page, "确认支付 ¥[0-9.]+");
        assertThat(page.locator("h2").first()).containsText("已缴费");
        look(page, "journey-13-paid");
    }

    private void freezeRoster() {
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/roster");
        assertThat(clerk.locator("main")).containsText(NAME);
        look(clerk, "journey-14-roster");
        clerk.locator("input[name=line]").first().check();
        press(clerk, "核实无误");
        press(clerk, "定稿花名册");
        assertThat(clerk.locator("main")).containsText("第 1 版");
        look(clerk, "journey-14-frozen");
        clerk.context().close();
    }

    private void register(Page page) {
        page.navigate("/register");
        look(page, "journey-01-notice");
        page.getByLabel("我已阅读并同意").check();
        press(page, "开始注册");
        page.getByLabel("姓名").fill(NAME);
        page.getByLabel("身份证号码").fill(NATIONAL_ID);
        page.getByLabel("手机号").fill(PHONE_NUMBER);
        press(page, "获取验证码");
        page.getByLabel("短信验证码").fill(codeSent());
        page.getByLabel("单位名称").fill("实验幼儿园");
        press(page, "查找单位");
        page.getByText("洛阳市涧西区实验幼儿园").first().click();
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("再输一次密码").fill(PASSWORD);
        look(page, "journey-02-registering");
        press(page, "注册");
        if (page.url().contains("/sign-in")) {
            page.fill("#f-username", PHONE_NUMBER);
            page.fill("#f-password", PASSWORD);
            press(page, "登录");
        }
        assertThat(page.locator("h1")).hasText("我的申报");
        look(page, "journey-03-home-empty");
    }

    private void confirmWorker() {
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        clerk.navigate("/workers");
        look(clerk, "journey-04-workers");
        clerk.getByRole(AriaRole.LINK, named(NAME)).first().click();
        look(clerk, "journey-04-worker");
        press(clerk, "确认为本单位职工");
        assertThat(clerk.locator(".gk-flash")).isVisible();
        clerk.context().close();
    }

    private void fillIn(Page page) {
        page.navigate("/application");
        page.getByRole(AriaRole.LINK, named("选择等级和工种")).click();
        page.locator("input[name=level][value='3']")
                .or(page.locator("input[name=level][value=THREE]"))
                .check();
        page.locator("#f-occupation").selectOption(new SelectOption().setLabel("保育员"));
        look(page, "journey-05-choice");
        press(page, "开始填报");
        page.navigate("/application/sections/person");
        page.getByLabel("民族").fill("汉族");
        choose(page, "person.retired", "NO");
        next(page, "journey-06-person");
        page.navigate("/application/sections/post");
        choose(page, "post.staff", "REGULAR");
        choose(page, "post.postKind", "SKILLED_LABOUR");
        choose(page, "post.interrupted", "NO");
        choose(page, "post.away", "NO");
        page.getByLabel("现在的岗位").fill("保育");
        page.getByLabel("参加工作时间").fill("2005-09");
        page.getByLabel("开始从事申报工种的时间").fill("2006");
        next(page, "journey-06-post");
        page.navigate("/application/sections/certificates");
        page.getByLabel("证书上的工种").first().fill("保育员");
        page.getByLabel("证书等级").first().selectOption(new SelectOption().setIndex(2));
        page.getByLabel("发证时间").first().fill("2016-12");
        next(page, "journey-06-certificates");
        page.navigate("/application/sections/appraisals");
        for (int year = 2020; year <= 2022; year++) {
            page.locator("select[name='appraisals.y" + year + "']").selectOption("COMPETENT");
        }
        choose(page, "appraisals.filing", "FILED");
        next(page, "journey-06-appraisals");
        page.navigate("/application/sections/education");
        page.getByLabel("学历", new Page.GetByLabelOptions().setExact(true)).selectOption(new SelectOption().setIndex(3));
        page.getByLabel("毕业学校").fill("洛阳市第一职业高中");
        next(page, "journey-06-education");
        page.navigate("/application/sections/awards");
        choose(page, "awards.sanctioned", "NO");
        next(page, "journey-06-awards");
    }

    private static void choose(Page page, String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']").check();
    }

    private void next(Page page, String name) {
        look(page, name);
        press(page, "保存，下一项");
        assertThat(page.locator(".gk-faults")).hasCount(0);
    }

    private void upload(Page page) {
        send(page, "PHOTO", Papers.portrait());
        send(page, "ID_CARD", Papers.page("居民身份证"));
        send(page, "CERTIFICATE", Papers.page("技能等级证书"));
        send(page, "PERSONNEL_FILE", Papers.page("参加工作登记表"));
        send(page, "POST_PROOF", Papers.page("岗位聘用证明"));
        send(page, "WORK_PROOF", Papers.page("从业经历证明"));
        send(page, "APPRAISAL", Papers.page("年度考核登记表"));
        page.navigate("/application/verdict");
        look(page, "journey-07-verdict");
        page.navigate("/application/materials");
        look(page, "journey-07-materials");
    }

    private static void send(Page page, String kind, com.microsoft.playwright.options.FilePayload file) {
        page.navigate("/application/materials");
        var form = page.locator("form[action$='/materials/" + kind + "']");
        form.locator("input[type=file]").setInputFiles(file);
        form.locator("button").click();
        assertThat(page.locator("#m-" + kind)).containsText("已上传");
    }

    private void handIn(Page page) {
        page.navigate("/application/submission");
        look(page, "journey-08-submission");
        for (var box : page.locator("form input[type=checkbox]").all()) {
            box.check();
        }
        press(page, "提交申报");
        assertThat(page.locator("h1")).hasText("已提交");
        look(page, "journey-09-receipt");
        page.navigate("/application");
        look(page, "journey-10-home-submitted");
    }

    /** An office by mouse: all items at once, then the decision. */
    private void pass(String username, String responsible) {
        var page = signedIn(username, Chromium.DESK);
        page.navigate("/reviews");
        look(page, "journey-11-queue-" + username);
        page.getByRole(AriaRole.LINK, named(NAME)).first().click();
        look(page, "journey-11-review-" + username);
        press(page, "通过");
        assertThat(page.locator(".gk-faults")).isVisible();
        for (var box : page.locator("input[name=pick]").all()) {
            box.check();
        }
        page.locator("select[name='all.outcome']").selectOption("MET");
        page.locator("select[name='all.basis']").selectOption(new SelectOption().setIndex(1));
        press(page, "保存核对结果");
        assertThat(page.locator(".gk-flash")).isVisible();
        if (!responsible.isEmpty()) {
            page.getByLabel("单位审核责任人").fill(responsible);
        }
        look(page, "journey-11-checked-" + username);
        press(page, "通过");
        assertThat(page).hasURL(Pattern.compile("/reviews(\\?.*)?$"));
        page.context().close();
    }

    /** An office without a mouse: j to the file, the boxes by space, A twice for the decision. */
    private void passByKeyboard(String username) {
        var page = signedIn(username, Chromium.DESK);
        page.navigate("/reviews");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText(NAME);
        for (var box : page.locator("input[name=pick]").all()) {
            box.focus();
            page.keyboard().press("Space");
        }
        choose(page, page.locator("select[name='all.outcome']"));
        choose(page, page.locator("select[name='all.basis']"));
        button(page, "保存核对结果").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".gk-flash")).isVisible();
        assertThat(page.locator("html.gk-js")).hasCount(1);
        look(page, "journey-11-checked-" + username);
        page.locator("h1").click();
        page.keyboard().press("a");
        assertThat(button(page, "通过")).isFocused();
        page.keyboard().press("a");
        assertThat(page).hasURL(Pattern.compile("/reviews(\\?.*)?$"));
        page.context().close();
    }

    private static void choose(Page page, Locator select) {
        select.focus();
        page.keyboard().press("ArrowDown");
    }

    private String codeSent() {
        var matcher =
                Pattern.compile("\\d{6}").matcher(outbox.latest().getFirst().text());
        if (!matcher.find()) {
            throw new AssertionError("no code was sent");
        }
        return matcher.group();
    }

    private static Page.GetByRoleOptions named(String label) {
        return new Page.GetByRoleOptions().setName(label);
    }
}

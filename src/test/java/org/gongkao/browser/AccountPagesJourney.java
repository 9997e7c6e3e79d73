package org.gongkao.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;

/** The pages around an account, also those that refuse, at the three widths of the house. */
class AccountPagesJourney extends BrowserTest {

    @Test
    void registering_with_everything_wrong_and_a_forgotten_password() {
        var page = visitor(Chromium.DESK);
        page.navigate("/register");
        page.getByLabel("我已阅读并同意").check();
        pressLast(page, "开始注册");
        page.getByLabel("姓名").fill("王");
        page.getByLabel("单位名称").fill("洛阳");
        pressLast(page, "查找单位");
        page.locator("button[value=register]").last().click();
        lookAtEveryWidth(page, "account-register-faults");
        open(page, "/forgotten-password", "account-forgotten");
        page.getByLabel("身份证号码或手机号").fill("13800000001");
        pressLast(page, "获取验证码");
        lookAtEveryWidth(page, "account-forgotten-sent");
        page.navigate("/sign-in");
        page.fill("#f-username", "13800000001");
        page.fill("#f-password", "wrong");
        page.press("#f-password", "Enter");
        lookAtEveryWidth(page, "account-signin-refused");
    }

    @Test
    void a_workers_own_account() {
        var page = signedIn(Cast.WORKER, Chromium.DESK);
        for (var path : List.of("/account", "/account/password", "/account/phone", "/account/name", "/my-unit")) {
            open(page, path, "account-worker" + path.replace('/', '-'));
        }
        page.navigate("/account/name");
        page.getByLabel("新姓名").fill("陈利民");
        page.getByLabel("原因").fill("户口登记姓名已变更");
        pressLast(page, "提交申请");
        open(page, "/account/name", "account-worker-account-name-asked");
        var clerk = signedIn(Cast.UNIT, Chromium.DESK);
        open(clerk, "/rebindings", "account-rebindings");
        open(clerk, "/rebindings/1", "account-rebinding");
        open(clerk, "/rebindings/new", "account-rebinding-new");
    }

    @Test
    void the_units_list_and_one_worker_in_it() {
        jdbc.sql("update worker.worker set standing = 'UNCONFIRMED', decided_at = null, decided_by = null")
                .update();
        var page = signedIn(Cast.UNIT, Chromium.DESK);
        open(page, "/workers", "account-workers");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("陈立民"))
                .first()
                .click();
        lookAtEveryWidth(page, "account-worker");
        pressLast(page, "不予确认");
        lookAtEveryWidth(page, "account-worker-faults");
    }

    @Test
    void offices_accounts_from_opening_to_the_first_password() {
        var page = signedIn(Cast.COUNTY, Chromium.DESK);
        open(page, "/administration/accounts", "account-offices");
        open(page, "/administration/accounts/" + cast.actor(Cast.UNIT).account(), "account-office");
        open(page, "/administration/accounts/new", "account-office-new");
        page.getByText("单位经办人").first().click();
        page.getByLabel("机构", new Page.GetByLabelOptions().setExact(true)).fill("幼儿园");
        pressLast(page, "查找机构");
        page.getByText("洛阳市涧西区实验幼儿园").first().click();
        page.getByLabel("经办人姓名").fill("张红");
        page.getByLabel("经办人身份证号码").fill("41030519870214006");
        page.getByLabel("用户名").fill("zhanghong");
        pressLast(page, "开立账号");
        lookAtEveryWidth(page, "account-office-new-faults");
        page.getByLabel("经办人身份证号码").fill("410305198702140069");
        lookAtEveryWidth(page, "account-office-new-found");
        pressLast(page, "开立账号");
        lookAtEveryWidth(page, "account-office-first-password");
        var password = page.locator("dd.gk-h3").innerText();
        var clerk = visitor(Chromium.DESK);
        clerk.navigate("/sign-in");
        clerk.fill("#f-username", "zhanghong");
        clerk.fill("#f-password", password);
        clerk.press("#f-password", "Enter");
        clerk.waitForURL("**/sign-in/new-password");
        lookAtEveryWidth(clerk, "account-new-password");
    }

    @Test
    void the_steps_that_sign_in_asks_for_beside_the_password() {
        jdbc.sql("update account.account set person_id = null, name = '刘芳' where user_name = 'liufang'")
                .update();
        var clerk = typed(Cast.UNIT, CastSeeds.PASSWORD);
        clerk.waitForURL("**/sign-in/identity");
        lookAtEveryWidth(clerk, "account-identity");
        clerk.getByLabel("身份证号码").fill("4103051985031200");
        pressLast(clerk, "保存并继续");
        lookAtEveryWidth(clerk, "account-identity-faults");

        typed(Cast.WORKER, "wrong").getByText("用户名或密码不对").first().waitFor();
        jdbc.sql("update account.attempt set failures = 30").update();
        var worker = typed(Cast.WORKER, CastSeeds.PASSWORD);
        worker.waitForURL("**/sign-in/phone-code");
        lookAtEveryWidth(worker, "account-phone-code");
        pressLast(worker, "获取验证码");
        lookAtEveryWidth(worker, "account-phone-code-sent");
        worker.getByLabel("短信验证码").fill("000000");
        pressLast(worker, "登录");
        lookAtEveryWidth(worker, "account-phone-code-faults");
    }

    private Page typed(String name, String password) {
        var page = visitor(Chromium.DESK);
        page.navigate("/sign-in");
        page.fill("#f-username", name);
        page.fill("#f-password", password);
        page.press("#f-password", "Enter");
        return page;
    }

    private void open(Page page, String path, String name) {
        page.navigate(path);
        lookAtEveryWidth(page, name);
    }
}

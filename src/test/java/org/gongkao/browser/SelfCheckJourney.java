package org.gongkao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The self-check on a phone, without an account, and its pages at the three widths of the house. */
class SelfCheckJourney extends BrowserTest {

    @Test
    void a_worker_learns_on_the_phone_what_is_missing_changes_an_answer_and_can_apply() {
        var page = visitor(Chromium.PHONE);
        page.navigate("/");
        page.getByText("菜单").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("资格自测"))
                .last()
                .click();
        lookAtEveryWidth(page, "self-check");
        page.fill("#f-startOfWork", "1998-09");
        page.getByText("看结论").click();
        page.waitForSelector(".gk-wrong");
        page.goBack();
        assertThat(page.inputValue("#f-startOfWork"))
                .as("after the browser's back")
                .isEqualTo("1998-09");
        page.getByText("看结论").click();
        assertThat(page.locator(".gk-wrong").first().innerText()).contains("请选择想申报的等级");
        pick(page, "level", "TWO");
        page.selectOption("#f-occupation", "保育员");
        pick(page, "postKind", "SKILLED_LABOUR");
        pick(page, "staff", "APPOINTED");
        pick(page, "retired", "false");
        pick(page, "sex", "FEMALE");
        page.fill("#f-birthDate", "1977-06");
        pick(page, "retirementCategory", "WOMEN_50");
        page.selectOption("#f-education", "JUNIOR");
        pick(page, "certificates", "some");
        page.selectOption("[name='certificates[0].occupation']", "保育员");
        page.selectOption("[name='certificates[0].level']", "THREE");
        page.fill("[name='certificates[0].obtained']", "2019年13月");
        page.fill("[name='work[0].from']", "1998-09");
        pick(page, "away", "none");
        page.selectOption("[name='appraisals[0].grade']", "COMPETENT");
        page.selectOption("[name='appraisals[0].filing']", "PROMISED");
        pick(page, "special", "none");
        page.getByText("看结论").click();
        lookAtEveryWidth(page, "self-check-faults");
        page.fill("[name='certificates[0].obtained']", "2019-12");
        page.getByText("看结论").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("2023年还不能申报二级");
        assertThat(page.locator(".gk-verdict__year b").innerText()).isEqualTo("2024年");
        lookAtEveryWidth(page, "self-check-ineligible");
        page.getByText("改一改再测").click();
        assertThat(page.inputValue("#f-startOfWork")).isEqualTo("1998-09");
        page.fill("[name='certificates[0].obtained']", "2018-12");
        page.getByText("看结论").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("2023年可以申报二级");
        lookAtEveryWidth(page, "self-check-eligible");
        page.getByText("补填这些情况").click();
        assertThat(page.url()).endsWith("#add");
        pick(page, "level", "unknown");
        page.fill("#f-startOfWork", "");
        page.getByText("看结论").click();
        lookAtEveryWidth(page, "self-check-levels");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("四级（中级工）"))
                .click();
        lookAtEveryWidth(page, "self-check-undetermined");
    }

    private static void pick(Page page, String name, String value) {
        page.check("input[name='" + name + "'][value='" + value + "']");
    }
}

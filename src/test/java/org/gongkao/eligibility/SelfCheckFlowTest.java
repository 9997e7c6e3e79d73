package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The self-check as a visitor without an account has it, from the navigation to the verdict and back. */
class SelfCheckFlowTest extends DatabaseTest {

    @Autowired
    private AskingLimit limit;

    /** A storekeeper of twelve years without certificate, who asks for level four by years of service. */
    private static Map<String, String> storekeeper() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("level", "FOUR");
        typed.put("occupation", "保管工");
        typed.put("postKind", "SKILLED_LABOUR");
        typed.put("staff", "APPOINTED");
        typed.put("retired", "false");
        typed.put("sex", "FEMALE");
        typed.put("birthDate", "1985-06");
        typed.put("retirementCategory", "WOMEN_55");
        typed.put("education", "SENIOR");
        typed.put("startOfWork", "2011-09");
        typed.put("certificates", "none");
        typed.put("appraisals[0].year", "2022");
        typed.put("appraisals[0].grade", "COMPETENT");
        typed.put("appraisals[0].filing", "FILED");
        typed.put("special", "none");
        return typed;
    }

    @Test
    void it_stands_in_the_navigation_of_the_public_site_and_opens_without_an_account() {
        assertThat(text(mvc.get().uri("/").exchange())).contains("href=\"/self-check\"");
        var form = mvc.get().uri("/self-check").exchange();
        assertThat(form).hasStatusOk();
        assertThat(text(form)).contains("我能不能申报", "不留存", "aria-current=\"page\"");
        assertThat(form.getResponse().getHeader("Cache-Control"))
                .as("the browser's back finds what was typed")
                .doesNotContain("no-store");
    }

    @Test
    void who_meets_every_condition_reads_that_she_can_apply_this_year_and_with_which_papers() {
        check(storekeeper())
                .contains("2023年可以申报四级", "最早可申报", "<b>2023年</b>", "途径：工龄直接申报")
                .contains("工作年限 13 年", "豫人社工考〔2013〕1号", "待确认", "到时要交的材料", "人事档案相关页")
                .contains("四级工龄直接申报：2014年（含）以前参加工作", "规则版本：2023年度第", "注册并申报")
                .doesNotContain("还不能申报");
    }

    @Test
    void after_registration_has_ended_nobody_is_sent_to_register() {
        clock.set(java.time.OffsetDateTime.parse("2023-06-01T09:00:00+08:00").toInstant());
        check(storekeeper()).contains("2023年可以申报四级").doesNotContain("注册并申报");
    }

    @Test
    void who_lacks_years_reads_which_and_the_first_year_in_which_she_can() {
        var young = storekeeper();
        young.put("startOfWork", "2015-01");
        check(young)
                .contains("2023年还不能申报四级", "<b>2024年</b>", "工作年限 9 年", "须满 10 年", "怎样才能申报", "2024年：工作年限满10年")
                .doesNotContain("注册并申报");
    }

    @Test
    void what_is_not_known_is_to_be_proven_and_never_guessed() {
        var unsure = storekeeper();
        unsure.put("startOfWork", "");
        unsure.put("retired", "unknown");
        check(unsure).contains("2023年能不能申报四级，还要证明", "现在：补填是否已办理退休手续、参加工作时间", "补填后再测一次");
    }

    @Test
    void who_does_not_know_the_level_sees_all_of_them() {
        var open = storekeeper();
        open.put("level", "unknown");
        check(open).contains("2023年您可以考虑哪一级", "四级（中级工）", "最早可申报：2023年", "name=\"level\" value=\"FOUR\"");
    }

    @Test
    void another_path_is_told_with_what_stands_in_its_way_and_what_was_not_filled_in() {
        check(storekeeper()).contains("其他途径", "晋级", "持有申报工种下一等级的证书", "您没有填：荣誉成果、是否因公务用车改革转岗、疫情防控一线人员", "补填这些情况");
    }

    @Test
    void what_is_wrong_is_told_at_once_beside_its_field_and_everything_typed_stays() {
        var wrong = storekeeper();
        wrong.remove("level");
        wrong.put("birthDate", "去年");
        wrong.put("certificates", "some");
        wrong.put("certificates[1].occupation", "汽车驾驶员");
        wrong.put("certificates[1].obtained", "2018-13");
        var answer = send(wrong);
        assertThat(answer).hasStatus(422);
        assertThat(text(answer))
                .contains("请选择想申报的等级", "id=\"e-birthDate\"", "value=\"去年\"", "value=\"2011-09\"")
                .as("the empty first row has closed up, and its fault with it")
                .contains("id=\"e-certificates[0].obtained\"", "value=\"2018-13\"");
    }

    @Test
    void to_change_something_the_form_comes_back_with_every_answer_and_nothing_that_was_not_asked() {
        var typed = storekeeper();
        typed.put("act", "change");
        typed.put("idNumber", "410305198506151234");
        assertThat(text(send(typed)))
                .contains("我能不能申报", "value=\"2011-09\"", "value=\"1985-06\"")
                .containsPattern("name=\"level\" value=\"FOUR\" checked")
                .doesNotContain("410305198506151234");
        assertThat(text(send(storekeeper())))
                .contains("<input type=\"hidden\" name=\"startOfWork\" value=\"2011-09\">");
    }

    @Test
    void a_time_away_from_the_trade_breaks_the_years_in_a_row() {
        var technician = storekeeper();
        technician.put("level", "TWO");
        technician.put("startOfWork", "1998");
        technician.put("certificates", "some");
        technician.put("certificates[0].occupation", "保管工");
        technician.put("certificates[0].level", "THREE");
        technician.put("certificates[0].obtained", "2016");
        technician.put("work[0].from", "1998");
        technician.put("away", "none");
        check(technician).contains("连续 7 年", "2023年可以申报二级");
        technician.put("away", "some");
        technician.put("work[0].to", "2019-03");
        technician.put("work[1].from", "2021-01");
        check(technician).contains("2023年还不能申报二级", "取得三级证书后，连续从事该工种满5年");
    }

    @Test
    void what_was_answered_as_having_it_is_held_against_the_worker() {
        var banned = storekeeper();
        banned.put("special", "some");
        banned.put("bans[0].from", "2022-06-01");
        banned.put("bans[0].to", "2024-05-31");
        check(banned).contains("2023年还不能申报四级", "不在禁止申报期内");
    }

    @Test
    void an_address_that_asks_too_much_waits_and_others_do_not() {
        for (int i = 0; i < AskingLimit.PAGES; i++) {
            assertThat(limit.page("203.0.113.7")).isEmpty();
        }
        var refused = send(storekeeper(), "203.0.113.7");
        assertThat(refused).hasStatus(429);
        assertThat(Integer.parseInt(refused.getResponse().getHeader("Retry-After")))
                .isBetween(1, 60);
        assertThat(text(refused)).contains("秒再测");
        assertThat(send(storekeeper(), "203.0.113.8")).hasStatusOk();
    }

    private AbstractStringAssert<?> check(Map<String, String> typed) {
        var answer = send(typed);
        assertThat(answer).hasStatusOk();
        return assertThat(text(answer));
    }

    private MvcTestResult send(Map<String, String> typed) {
        return send(typed, "127.0.0.1");
    }

    private MvcTestResult send(Map<String, String> typed, String address) {
        var request = mvc.post().uri("/self-check").with(csrf()).with(from -> {
            from.setRemoteAddr(address);
            return from;
        });
        typed.forEach(request::param);
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

package org.gongkao.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.assertj.core.api.AbstractStringAssert;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;

class HomePageTest extends DatabaseTest {

    @Test
    void on_15_march_it_says_that_registration_runs_and_until_when() {
        home("2023-03-15T09:00:00+08:00")
                .contains("2023年度 · 第 2 阶段，共 6 个阶段", "网上注册报名正在进行", "<strong class=\"gk-nb\">3月28日 24:00</strong>")
                .contains("还有 13 天", "完成所有网上报名资格初审", "4月3日 24:00", "今天 3月15日", "3月6日—3月8日", "4月—7月");
    }

    @Test
    void in_the_last_millisecond_registration_still_runs_and_at_24_00_it_does_not() {
        home("2023-03-28T23:59:59.999+08:00").contains("网上注册报名正在进行", "今天截止", "注册并申报");
        home("2023-03-29T00:00:00+08:00").contains("资格审查与缴费正在进行").doesNotContain("注册并申报", "网上注册报名正在进行");
    }

    @Test
    void between_two_stages_it_says_what_comes_next() {
        home("2023-03-09T10:00:00+08:00")
                .contains("网上注册报名即将开始", "接下来要办的事", "3月10日 00:00")
                .doesNotContain("现在要办的事");
    }

    @Test
    void before_and_after_the_year_it_stands_too() {
        home("2023-01-05T10:00:00+08:00").contains("核对单位信息即将开始").doesNotContain("今天 1月5日");
        home("2024-02-01T10:00:00+08:00").contains("2023年度考核各阶段均已结束").doesNotContain("要办的事");
    }

    @Test
    void dates_that_no_document_fixes_are_marked() {
        home("2023-04-12T10:00:00+08:00").contains("4月14日 24:00", "（待确认）");
    }

    @Test
    void it_names_documents_subjects_and_the_hotline() {
        home("2023-03-15T09:00:00+08:00")
                .contains("豫人社函〔2023〕39号", "豫人社工考〔2013〕1号", "职业道德、职业能力、岗位技能", "0379-69933812", "保育员");
    }

    @Test
    void its_head_and_foot_come_from_the_package_of_the_year() {
        home("2023-03-15T09:00:00+08:00")
                .contains("</b>洛阳市机关事业单位", "主办：洛阳市人力资源和社会保障局", "咨询电话：0379-69933812", "洛阳市会展中心A区503房间");
    }

    private AbstractStringAssert<?> home(String at) {
        clock.set(OffsetDateTime.parse(at).toInstant());
        var page = mvc.get().uri("/").exchange();
        assertThat(page).hasStatusOk();
        return assertThat(
                new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }
}

package org.gongkao.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CycleAdministrationTest extends DatabaseTest {

    private static final String BASE = ShippedPackage.LUOYANG_2023.baseText();
    private static final String OVERLAY = ShippedPackage.LUOYANG_2023.overlayText();

    @Autowired
    private Cycles cycles;

    @Test
    void the_list_shows_the_published_year_to_the_administrator_alone() {
        assertThat(get("", Cast.ADMINISTRATOR)).hasStatusOk().bodyText().contains("2023年度 第1版", "现行", "洛阳市");
        for (var who : Cast.ALL) {
            if (!who.equals(Cast.ADMINISTRATOR)) {
                assertThat(get("", who)).as(who).hasStatus(403);
                assertThat(get("/1", who)).as(who).hasStatus(403);
            }
        }
        assertThat(mvc.get().uri("/administration/cycles").exchange()).hasStatus(302);
        assertThat(get("/99", Cast.ADMINISTRATOR)).hasStatus(404);
    }

    @Test
    void a_package_is_shown_whole_with_what_is_not_confirmed() {
        assertThat(get("/1", Cast.ADMINISTRATOR))
                .hasStatusOk()
                .bodyText()
                .contains("时间节点", "网上注册报名 · 截止", "2023年3月28日 24:00", "待确认", "通知未载缴费截止时间")
                .contains("拟补充通知", "归档")
                .contains("条件“工作年限满10年”", "豫人社工考〔2013〕1号原文未见", "规则原文", "途径“晋级（四级、三级）”")
                .contains(
                        "工种 保管工（S0101）",
                        "五级（初级工）、四级（中级工）",
                        "<span>2022年12月31日至2023年1月2日</span><span>2023年1月21日至2023年1月27日</span>")
                .doesNotContain("windows.REGISTRATION", "条件 FOUR_SERVICE", ">修改<");
    }

    @Test
    void what_an_amendment_may_change_is_called_by_words_and_chosen_out_of_words() {
        assertThat(get("/1/amendment", Cast.ADMINISTRATOR))
                .bodyText()
                .contains("条件“工作年限满10年” · 年数", "四级（中级工）收费 · 等级考核费 · 金额（元）")
                .doesNotContain("判断式", "计量式");
        assertThat(get("/1/amendment?field=level_one.over", Cast.ADMINISTRATOR))
                .bodyText()
                .contains("<option value=\"LOCK\">不能办理</option>")
                .doesNotContain("的写法填写");
    }

    @Test
    void all_faults_of_a_package_are_told_at_once_with_file_line_and_field() {
        var overlay = OVERLAY.replace("to: 2023-03-28 24:00:00", "to: 三月底")
                .replace("hotline: 0379-69933812", "hotlin: 0379-69933812")
                .replace(
                        "REVIEW: { from: 2023-03-10 00:00:00, to: 2023-04-10 24:00:00 }",
                        "REVIEW: { to: 2023-04-10 24:00:00 }");
        var base = BASE.replace("objection_days: 5", "objection_days: 五");
        assertThat(draft(base, overlay)).hasStatus(302);
        assertThat(get("/2", Cast.ADMINISTRATOR))
                .hasStatusOk()
                .bodyText()
                .contains("windows.REGISTRATION.to", "现为“三月底”")
                .contains("windows.REVIEW.from", "contact.hotlin", "contact.hotline", "settings.objection_days")
                .contains("第 " + lineOf(overlay, "三月底") + " 行", "第 " + lineOf(base, "objection_days: 五") + " 行")
                .contains("省级方案", "市级方案", "改正全部问题后才能发布。")
                .doesNotContain("确定发布");
        assertThat(post("/2/publication", 0)).hasStatus(409).bodyText().contains("方案还有");
        assertThat(cycles.current(clock.instant()).packageId()).isEqualTo(1);
    }

    @Test
    void before_publication_the_official_sees_what_the_rules_leave_to_confirm() {
        assertThat(draft(BASE, OVERLAY)).hasStatus(302);
        assertThat(get("/2", Cast.ADMINISTRATOR))
                .bodyText()
                .contains("发布前请确认", "没有证书、工作年限18至45年的人员，可申报四级、三级，请确认。")
                .doesNotContain("改正后才能发布");
        assertThat(get("/1", Cast.ADMINISTRATOR)).bodyText().doesNotContain("发布前请确认");
    }

    @Test
    void a_text_that_cannot_be_read_is_given_back_as_it_was_typed() {
        assertThat(draft(BASE, OVERLAY + "\n  : : [ 写到一半"))
                .hasStatus(422)
                .bodyText()
                .contains("写到一半", "书写格式不对");
        assertThat(draft("", "")).hasStatus(422);
        assertThat(draft(BASE, "cycle: &a [*a]")).hasStatus(422);
        assertThat(draft(BASE, OVERLAY.replace("  region: \"410300\"", "  regio: \"410300\"")))
                .hasStatus(422);
    }

    @Test
    void a_year_of_a_region_that_is_not_ours_cannot_be_drafted() {
        assertThat(draft(BASE, OVERLAY.replace("region: \"410300\"", "region: \"410100\"")))
                .hasStatus(403);
    }

    @Test
    void an_uploaded_file_takes_the_place_of_what_was_typed() {
        var answer = mvc.post()
                .uri("/administration/cycles/new")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .multipart()
                .file(new MockMultipartFile("overlayFile", "luoyang.yaml", "text/plain", utf8(OVERLAY)))
                .param("base", BASE)
                .param("overlay", "")
                .exchange();
        assertThat(answer).hasStatus(302);
        var broken = mvc.post()
                .uri("/administration/cycles/new")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .multipart()
                .file(new MockMultipartFile("overlayFile", "x.yaml", "text/plain", new byte[] {(byte) 0xff, 1, 2}))
                .param("base", BASE)
                .param("overlay", OVERLAY)
                .exchange();
        assertThat(broken).hasStatus(422).bodyText().contains("不是 UTF-8 编码");
    }

    @Test
    void published_is_frozen_and_old_files_stay_on_the_version_they_began_with() {
        var before = cycles.current(clock.instant());
        assertThat(draft(BASE, OVERLAY.replace("0379-69933812", "0379-11111111")))
                .hasStatus(302);
        assertThat(post("/2/publication", 0)).hasStatus(302);
        var after = cycles.current(clock.instant());
        assertThat(after.packageId()).isEqualTo(2);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.contact().hotline()).isEqualTo("0379-11111111");
        assertThat(cycles.of(before.packageId(), "410305", clock.instant())
                        .contact()
                        .hotline())
                .isEqualTo("0379-69933812");
        assertThat(get("/2/text", Cast.ADMINISTRATOR)).hasStatus(409);
        assertThat(revise(2, 1, OVERLAY)).hasStatus(409).bodyText().contains("现为“发布”状态");
        assertThat(post("/2/publication", 1)).hasStatus(409);
    }

    @Test
    void two_who_write_at_one_draft_do_not_overwrite_each_other() {
        draft(BASE, OVERLAY);
        assertThat(revise(2, 0, OVERLAY + "\n# 甲")).hasStatus(302);
        assertThat(revise(2, 0, OVERLAY + "\n# 乙"))
                .as("nothing written is lost to who was second")
                .hasStatus(409)
                .bodyText()
                .contains("您刚才填写的内容", "# 乙")
                .contains("href=\"/administration/cycles/2/text\">返回刚才的页面");
        assertThat(post("/2/publication", 0)).hasStatus(409);
        assertThat(get("/2/text", Cast.SECOND_ADMINISTRATOR))
                .bodyText()
                .contains("# 甲")
                .doesNotContain("# 乙");
    }

    @Test
    void a_year_is_archived_when_its_last_window_has_ended() {
        assertThat(post("/1/archive", 0)).hasStatus(409).bodyText().contains("尚未全部结束");
        assertThat(get("/1", Cast.ADMINISTRATOR))
                .bodyText()
                .contains("各阶段全部结束后才能归档。")
                .doesNotContain("确定归档");
        clock.set("2023-12-31T23:59:59.999");
        assertThat(post("/1/archive", 0)).hasStatus(409);
        clock.set("2024-01-01T00:00:00");
        assertThat(get("/1", Cast.ADMINISTRATOR)).bodyText().contains("确定归档");
        assertThat(post("/1/archive", 0)).hasStatus(302);
        assertThat(get("/1/amendment", Cast.ADMINISTRATOR)).hasStatus(409);
        assertThat(cycles.current(clock.instant()).year())
                .as("until another year stands")
                .isEqualTo(2023);
    }

    @Test
    void a_package_is_compared_with_another_one_field_by_field() {
        draft(
                BASE.replace("objection_days: 5", "objection_days: 7"),
                OVERLAY.replace(
                        "REGISTRATION: { from: 2023-03-10 00:00:00", "REGISTRATION: { from: 2023-03-13 00:00:00"));
        assertThat(get("/2/comparison?with=1", Cast.ADMINISTRATOR))
                .hasStatusOk()
                .bodyText()
                .contains("共有 2 项不同", "申诉期限（工作日）", "网上注册报名 · 开始", "2023年3月10日 00:00", "2023年3月13日 00:00");
        assertThat(get("/1/comparison?with=1-1", Cast.ADMINISTRATOR)).bodyText().contains("内容相同");
        assertThat(get("/1/comparison?with=99", Cast.ADMINISTRATOR)).hasStatus(404);
        assertThat(get("/1/comparison?with=x", Cast.ADMINISTRATOR)).hasStatus(404);
    }

    @Test
    void a_year_that_has_not_begun_is_not_yet_current() {
        draft(
                BASE.replaceFirst("year: 2023", "year: 2024"),
                OVERLAY.replaceFirst("year: 2023", "year: 2024")
                        .replace("2023年度", "2024年度")
                        .replace("current_from: 2023", "current_from: 2024")
                        .replace("from: 2023", "from: 2024")
                        .replace("to: 2023", "to: 2024"));
        assertThat(get("/2", Cast.ADMINISTRATOR))
                .as("the calendar of the next year is not known yet")
                .bodyText()
                .contains("缺少2025年的工作日安排");
    }

    @Test
    void a_missing_csrf_token_changes_nothing() {
        assertThat(mvc.post()
                        .uri("/administration/cycles/1/archive")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .param("seen", "0")
                        .exchange())
                .hasStatus(403);
    }

    private MvcTestResult get(String path, String who) {
        return mvc.get().uri("/administration/cycles" + path).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String path, int seen) {
        return mvc.post()
                .uri("/administration/cycles" + path)
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("seen", Integer.toString(seen))
                .exchange();
    }

    private MvcTestResult draft(String base, String overlay) {
        return mvc.post()
                .uri("/administration/cycles/new")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("base", base.replace("\n", "\r\n"))
                .param("overlay", overlay)
                .exchange();
    }

    private MvcTestResult revise(long id, int seen, String overlay) {
        return mvc.post()
                .uri("/administration/cycles/" + id + "/text")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Referer", "http://localhost/administration/cycles/" + id + "/text")
                .param("seen", Integer.toString(seen))
                .param("base", BASE)
                .param("overlay", overlay)
                .exchange();
    }

    private static int lineOf(String text, String what) {
        return (int) text.substring(0, text.indexOf(what)).lines().count();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}

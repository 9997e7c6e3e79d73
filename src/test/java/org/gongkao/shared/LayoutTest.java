package org.gongkao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.gongkao");

    @Test
    void a_refused_page_says_so_first_and_leads_to_each_field() {
        var html = layout(worker(), null, List.of(new Fault("start", "参加工作时间不能晚于今天。"), new Fault("", "请至少上传一份材料。")));
        assertThat(html)
                .contains("<title>有误：填报")
                .contains("role=\"alert\"")
                .contains("有 2 处需要改正")
                .contains("<a href=\"#f-start\">参加工作时间不能晚于今天。</a>")
                .contains("<li>请至少上传一份材料。</li>");
    }

    @Test
    void a_page_in_order_has_no_summary_and_says_what_was_done() {
        var html = layout(worker(), "已提交。", List.of());
        assertThat(html)
                .contains("<title>填报 · 工考</title>")
                .contains("role=\"status\"")
                .contains("已提交。");
        assertThat(html).doesNotContain("role=\"alert\"");
    }

    @Test
    void nothing_on_it_needs_an_unsafe_policy() {
        var html = layout(worker(), "已提交。", List.of(new Fault("start", "请填写。")));
        assertThat(html).doesNotContain("style=").doesNotContain("onclick").doesNotContain("<style");
        assertThat(html.replaceAll("<script [^>]*src=\"/[^>]*></script>", "")).doesNotContain("<script");
    }

    @Test
    void somebody_signed_in_sees_the_rooms_with_their_counts_and_can_leave() {
        var html = layout(worker(), null, List.of());
        assertThat(html)
                .contains("aria-current=\"page\">我的申报")
                .contains("消息<span class=\"gk-nb\">(2)</span>")
                .contains("action=\"/sign-out\"")
                .contains("<body class=\"gk-body gk-elder\">");
    }

    @Test
    void a_visitor_is_offered_to_sign_in_only() {
        var html = layout(null, null, List.of());
        assertThat(html).contains("href=\"/sign-in\"").doesNotContain("/sign-out");
    }

    @Test
    void a_set_clock_is_said_on_top() {
        var html = render(
                "shared/layout.jte",
                Map.of("chrome", chrome(null, null, "演示时间"), "title", "首页", "content", (gg.jte.Content) output -> {}));
        assertThat(html).contains("gk-clock").contains("演示时间");
    }

    @Test
    void head_and_foot_name_who_runs_the_year_and_nobody_while_none_is_published() {
        var by = new Chrome.Organiser("开封市", "开封市人社局", "工考科", "某路1号", "0371-1234567");
        assertThat(layout(by))
                .contains("开封市机关事业单位", "主办：开封市人社局", "咨询电话：0371-1234567", "某路1号", "工考科")
                .doesNotContain("洛阳");
        assertThat(layout(Chrome.Organiser.UNKNOWN))
                .contains("<span>机关事业单位工勤技能岗位等级考核</span>", "今天：2023年3月15日")
                .doesNotContain("主办", "咨询电话", "<span class=\"gk-nb\"></span>");
    }

    @Test
    void an_error_page_gives_the_incident_number() {
        var html = render(
                "shared/error.jte", Map.of("chrome", chrome(null, null, null), "page", ErrorPage.failure("A7-K2")));
        assertThat(html).contains("A7-K2").contains("不是您的操作有误");
    }

    @Test
    void a_field_keeps_what_was_typed_and_ties_hint_and_fault_to_it() {
        var html = render(
                "shared/field.jte",
                Map.of(
                        "name",
                        "phone",
                        "label",
                        "手机号",
                        "value",
                        "138\"><b>",
                        "hint",
                        "11 位数字",
                        "faults",
                        List.of(new Fault("phone", "手机号应为 11 位数字。"))));
        assertThat(html)
                .contains("for=\"f-phone\"")
                .contains("value=\"138&#34;>&lt;b>\"")
                .contains("aria-describedby=\"h-phone e-phone\"")
                .contains("aria-invalid=\"true\"")
                .contains("手机号应为 11 位数字。");
    }

    @Test
    void a_field_in_order_carries_no_empty_attribute() {
        var html = render("shared/field.jte", Map.of("name", "phone", "label", "手机号"));
        assertThat(html)
                .doesNotContain("aria-describedby")
                .doesNotContain("aria-invalid")
                .doesNotContain("maxlength");
    }

    private String layout(@Nullable Actor actor, @Nullable String flash, List<Fault> faults) {
        return render(
                "shared/layout.jte",
                Map.of(
                        "chrome",
                        chrome(actor, flash, null),
                        "title",
                        "填报",
                        "content",
                        (gg.jte.Content) output -> {},
                        "faults",
                        faults));
    }

    private String layout(Chrome.Organiser by) {
        var chrome =
                new Chrome(null, "", "", by, "2023年3月15日 星期三", null, null, List.of(), "_csrf", "token", false, false);
        return render(
                "shared/layout.jte", Map.of("chrome", chrome, "title", "首页", "content", (gg.jte.Content) output -> {}));
    }

    private static Actor worker() {
        return new Actor(7, "陈立民", Role.WORKER, null, 7L);
    }

    private static Chrome chrome(@Nullable Actor actor, @Nullable String flash, @Nullable String clockNotice) {
        return new Chrome(
                actor,
                "",
                "洛阳市 · 2023年度",
                Chrome.Organiser.UNKNOWN,
                "2023年3月15日 星期三",
                clockNotice,
                flash,
                List.of(new Chrome.Entry("我的申报", "/home", true, 0), new Chrome.Entry("消息", "/inbox", false, 2)),
                "_csrf",
                "token",
                false,
                false);
    }

    private String render(String template, Map<String, Object> model) {
        var output = new StringOutput();
        engine.render(template, model, output);
        return output.toString();
    }
}

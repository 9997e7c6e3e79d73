package org.gongkao.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Chrome;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Role;
import org.gongkao.shared.Sign;
import org.gongkao.shared.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The parts of which all pages are made, without a server: rendered by the engine, looked at in the browser under the policy. */
@EnabledIf("org.gongkao.browser.Chromium#isInstalled")
class PartsTest {

    private static final String POLICY =
            "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

    private static Chromium chromium;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.gongkao");
    private final Map<String, String> pages = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void a_workers_page_is_in_order_at_every_width() {
        pages.put("/page", layout(worker(), "我的申报", "", List.of(), this::workersContent));
        look("/page", "parts-worker");
    }

    @Test
    void a_form_with_faults_is_in_order_and_the_summary_has_the_focus() {
        var faults = List.of(
                new Fault("start", "参加工作时间不能晚于今天，请按人事档案填写。"),
                new Fault("level", "请选择申报等级。"),
                new Fault("pledge", "请确认已知晓岗位政策。"));
        pages.put("/page", layout(worker(), "填写申报", "", faults, content -> form(content, faults)));
        var page = look("/page", "parts-form");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("faults");
        page.locator(".gk-faults a").nth(1).click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-level");
    }

    @Test
    void a_list_of_an_office_is_in_order_and_walked_by_keys() {
        pages.put("/page", layout(officer(), "待审", "wide", List.of(), this::list));
        var page = look("/page", "parts-list");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("j");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("李保国");
    }

    @Test
    void an_error_page_is_in_order() {
        pages.put(
                "/page",
                render("shared/error.jte", Map.of("chrome", chrome(null), "page", ErrorPage.failure("K7-2026-11"))));
        look("/page", "parts-error");
    }

    /** The judgement itself: what it does not name it would let pass everywhere. */
    @Test
    void a_field_without_a_name_and_faint_writing_are_objected_to() {
        pages.put(
                "/page",
                "<!doctype html><html lang=zh-CN><title>页</title><h1>页</h1><input>"
                        + "<p id=faint>看不清</p><link rel=stylesheet href=/faint.css>");
        pages.put("/faint.css", "#faint { color: #ccc }");
        assertThatThrownBy(() -> look("/page", "parts-objected"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("http://localhost/page")
                .hasMessageContaining("<input>")
                .hasMessageContaining("id=\"faint\"");
    }

    private Page look(String path, String name) {
        Page desk = chromium.visitor(Chromium.DESK);
        for (int width : List.of(Chromium.PHONE, Chromium.TABLET, Chromium.DESK)) {
            var page = width == Chromium.DESK ? desk : chromium.visitor(width);
            page.route("**/*", this::answer);
            page.navigate(path);
            Chromium.picture(page, name);
            chromium.assertInOrder(page);
            if (width != Chromium.DESK) {
                page.context().close();
            }
        }
        return desk;
    }

    private void answer(Route route) {
        // Without the hash that addresses of our own files carry.
        var path = URI.create(route.request().url()).getPath().replaceFirst("-[0-9a-f]{32}(\\.\\w+)$", "$1");
        var answer = new Route.FulfillOptions().setHeaders(Map.of("Content-Security-Policy", POLICY));
        if (pages.containsKey(path)) {
            var type = path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8";
            route.fulfill(answer.setContentType(type).setBody(pages.get(path)));
            return;
        }
        var place = path.startsWith("/webjars/") ? "/META-INF/resources" + path : "/static" + path;
        var type = path.endsWith(".css") ? "text/css" : path.endsWith(".svg") ? "image/svg+xml" : "text/javascript";
        try (var in = PartsTest.class.getResourceAsStream(place)) {
            if (in == null) {
                route.fulfill(answer.setStatus(404));
            } else {
                route.fulfill(answer.setContentType(type).setBodyBytes(in.readAllBytes()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void workersContent(TemplateOutput out) {
        out.writeContent("<h1 class=\"visually-hidden\">我的申报</h1>");
        part(
                out,
                "brief",
                Map.of(
                        "brief",
                        new Brief(
                                "资格审查：退回修改",
                                "第 5 步，共 9 步 · 3月17日退回",
                                "改正 2 处，重新提交",
                                "已填的内容都在，不用重填",
                                "2023年3月28日 24:00",
                                "还有 8 天")));
        out.writeContent("<div class=\"gk-cols\"><div><section class=\"gk-block\"><h2>要改正的 2 处</h2>");
        part(
                out,
                "defect",
                Map.of(
                        "number",
                        1,
                        "what",
                        "四级证书照片看不清发证日期",
                        "how",
                        "把证书平放在亮处重新拍，四个角都拍进去，避开反光。",
                        "where",
                        "材料：现等级证书",
                        "clause",
                        "豫人社工考〔2013〕1号",
                        "href",
                        "/page",
                        "action",
                        "重新上传证书"));
        part(
                out,
                "defect",
                Map.of(
                        "number",
                        2,
                        "what",
                        "参加工作时间与人事档案不一致",
                        "how",
                        "改为 2005年9月。",
                        "where",
                        "栏目：参加工作时间",
                        "mended",
                        true,
                        "href",
                        "/page"));
        out.writeContent("</section><section class=\"gk-block\"><h2>正在生成花名册</h2>");
        part(
                out,
                "progress",
                Map.of(
                        "id",
                        "job",
                        "label",
                        "导入单位",
                        "done",
                        340L,
                        "total",
                        1000L,
                        "sentence",
                        "已处理 340 行，3 行未导入",
                        "running",
                        false));
        part(out, "days", Map.of("total", 5, "used", 2, "label", "承诺 5 个工作日，已用 2 个"));
        part(out, "saved", Map.of("text", "已保存 10:31:07"));
        part(out, "empty", Map.of("title", "还没有消息", "sentence", "有需要您办理的事时，会在这里告诉您。"));
        part(out, "history", Map.of("lines", List.of(new Line("2023年3月13日 09:42", "陈立民提交申报"))));
        out.writeContent("</section></div><aside aria-label=\"我的申报\"><section class=\"gk-block\"><h2>办理进度</h2>");
        part(
                out,
                "steps",
                Map.of(
                        "steps",
                        List.of(
                                new Step(Sign.MET, "填报", "3月12日 完成"), new Step(Sign.UNMET, "资格审查：退回修改", "3月17日 16:20"),
                                new Step(Sign.NOW, "网上缴费 ¥365.00", "审查通过后"), new Step(Sign.REST, "核实花名册", "由单位盖章报送"))));
        out.writeContent("</section><section class=\"gk-block\"><h2>我申报的</h2>");
        part(out, "facts", Map.of("lines", List.of(new Line("等级", "三级（高级工）"), new Line("证件", "410327********1234"))));
        out.writeContent("</section></aside></div>");
    }

    private void form(TemplateOutput out, List<Fault> faults) {
        out.writeContent(
                "<h1>填写申报</h1><form class=\"gk-form gk-after-l\" method=\"post\" action=\"/page\" novalidate>");
        part(
                out,
                "field",
                Map.of(
                        "name",
                        "start",
                        "label",
                        "参加工作时间",
                        "value",
                        "2030-09",
                        "hint",
                        "如 2005-09，按人事档案填写",
                        "width",
                        "short",
                        "faults",
                        faults));
        part(
                out,
                "select",
                Map.of(
                        "name",
                        "occupation",
                        "label",
                        "工种",
                        "options",
                        List.of(Option.of("1", "公路养护工")),
                        "faults",
                        faults));
        var levels = List.of(
                Option.of("5", "五级"),
                Option.of("4", "四级"),
                Option.of("3", "三级"),
                Option.of("2", "二级"),
                Option.of("1", "一级"));
        part(out, "radios", Map.of("name", "level", "label", "申报等级", "options", levels, "row", true, "faults", faults));
        part(
                out,
                "radios",
                Map.of(
                        "name",
                        "way",
                        "label",
                        "申报途径",
                        "value",
                        "a",
                        "options",
                        List.of(new Option("a", "晋级申报", "现有四级证书，满 5 年"), new Option("b", "工龄直接申报", "工作年限满 10 年")),
                        "faults",
                        faults));
        part(out, "area", Map.of("name", "post", "label", "岗位职责", "optional", true, "faults", faults));
        part(out, "upload", Map.of("name", "photo", "label", "证件照", "limit", "支持 JPG、PNG，不超过 2 MB", "faults", faults));
        part(out, "checkbox", Map.of("name", "pledge", "label", "本人已知晓岗位政策，填报内容真实。", "faults", faults));
        out.writeContent("<div class=\"gk-actions\"><button class=\"btn btn-primary\">保存</button></div></form>");
    }

    private void list(TemplateOutput out) {
        out.writeContent(
                "<div class=\"gk-section__head gk-section__head--tight\"><h1>待审 37 份</h1><span data-gk-count class=\"gk-quiet\"></span></div>");
        part(
                out,
                "filters",
                Map.of(
                        "chips",
                        List.of(Chip.of("按时限", "/page", true), new Chip("超期 1", "/page?late", false, Sign.UNMET))));
        out.writeContent(
                "<form method=\"post\" action=\"/page\"><table class=\"gk-table gk-table--sticky gk-table--stack gk-after\" data-gk-table data-gk-bulk><caption class=\"visually-hidden\">待审</caption><thead><tr><th scope=\"col\"><input type=\"checkbox\" data-gk-all aria-label=\"全选\"></th>");
        part(out, "head", Map.of("label", "姓名", "path", "/page?sort=name", "direction", "up"));
        out.writeContent("<th scope=\"col\">等级</th><th scope=\"col\">状态</th></tr></thead><tbody>");
        for (var name : List.of("王海", "李保国", "张秀兰")) {
            out.writeContent("<tr><td><input type=\"checkbox\" name=\"id\" aria-label=\"选 " + name
                    + "\"></td><th scope=\"row\"><a href=\"/page\">" + name
                    + "</a></th><td data-l=\"等级\">三级</td><td data-l=\"状态\">");
            part(out, "state", Map.of("sign", Sign.DUE, "text", "余 1 天"));
            out.writeContent("</td></tr>");
        }
        out.writeContent("</tbody></table>");
        part(out, "pager", Map.of("shown", "第 1—50 份", "next", "/page?after=50"));
        part(out, "decide", Map.of("closed", "还不能通过：", "why", "1 项待证明。", "content", (Content) output -> {
            part(output, "act", Map.of("label", "通过", "key", "A", "closed", true));
            part(output, "confirm", Map.of("label", "不予通过", "sentence", "写明理由和依据。", "action", "确认不予通过"));
            part(
                    output,
                    "act",
                    Map.of("label", "退回修改 2 处", "key", "R", "name", "act", "value", "RETURN", "primary", true));
        }));
        out.writeContent("</form>");
    }

    private String layout(
            @Nullable Actor actor, String title, String frame, List<Fault> faults, Consumer<TemplateOutput> content) {
        return render(
                "shared/layout.jte",
                Map.of("chrome", chrome(actor), "title", title, "frame", frame, "faults", faults, "content", (Content)
                        output -> content.accept(output)));
    }

    private static Actor worker() {
        return new Actor(7, "陈立民", Role.WORKER, null, 7L);
    }

    private static Actor officer() {
        return new Actor(8, "王海", Role.COUNTY_REVIEWER, "agency:410305", null);
    }

    private static Chrome chrome(@Nullable Actor actor) {
        return new Chrome(
                actor,
                "涧西区工考管理机构",
                "洛阳市 · 2023年度",
                Chrome.Organiser.UNKNOWN,
                "2023年3月15日 星期三",
                "演示时间：2023年3月15日 10:00，由郑工设定",
                actor == null ? null : "已保存。",
                List.of(new Chrome.Entry("我的申报", "/page", true, 0), new Chrome.Entry("消息", "/inbox", false, 2)),
                "_csrf",
                "token",
                false,
                true);
    }

    private void part(TemplateOutput out, String name, Map<String, Object> values) {
        engine.render("shared/" + name + ".jte", new HashMap<>(values), out);
    }

    private String render(String template, Map<String, Object> model) {
        var output = new StringOutput();
        engine.render(template, new HashMap<>(model), output);
        return output.toString();
    }
}

package org.gongkao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that came too late for its session or its token: nothing that was typed is lost, and nothing is sent unasked. */
class UnsentFlowTest extends DatabaseTest {

    private static final String NOT_SENT = "您填写的内容在下面，请核对后重新提交";
    private static final String REASON = "证书编号与人事档案不一致，请核对。";

    @Autowired
    private GivenFile given;

    @Test
    void a_form_with_an_old_token_comes_back_with_what_was_typed_and_a_fresh_one() {
        var number = file();
        var answer = rejecting(number, Cast.COUNTY).with(cast.as(Cast.COUNTY)).exchange();
        assertThat(answer)
                .hasStatus(403)
                .bodyText()
                .contains("刚才没有提交成功", NOT_SENT, "重新提交</button>", "action=\"/reviews/" + number + "\"")
                .contains(
                        REASON,
                        "value=\"豫人社工考〔2013〕1号\"",
                        "name=\"act\" value=\"reject\"",
                        "您刚才点的是“不予通过”",
                        "name=\"version\" value=\"0\"")
                .containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\"")
                .contains("href=\"/reviews/" + number + "\"")
                .doesNotContain("刷新");
        assertThat(decisions()).isZero();
    }

    /** One machine, several people: the next one's first page is not that the page of the one before is none of theirs. */
    @Test
    void who_is_led_by_signing_in_to_another_s_page_begins_at_home() {
        assertThat(List.of("/application/sections/post", "/administration/cycles", "/reviews/2023-9999999"))
                .allSatisfy(path -> {
                    assertThat(led(path)).hasStatus(302).hasRedirectedUrl("/home");
                    var alone = mvc.get().uri(path).with(cast.as(Cast.UNIT)).exchange();
                    assertThat(alone.getResponse().getStatus()).isBetween(403, 404);
                });
    }

    private MvcTestResult led(String path) {
        return mvc.get()
                .uri(path)
                .param("continue", "")
                .with(cast.as(Cast.UNIT))
                .exchange();
    }

    @Test
    void what_comes_back_is_sent_again_by_hand_alone() {
        var number = file();
        rejecting(number, Cast.COUNTY).with(cast.as(Cast.COUNTY)).exchange();
        assertThat(decisions()).isZero();
        var again = rejecting(number, Cast.COUNTY)
                .with(cast.as(Cast.COUNTY))
                .with(csrf())
                .exchange();
        assertThat(again.getResponse().getStatus()).isNotEqualTo(403);
    }

    @Test
    void a_form_sent_after_the_session_ended_comes_back_once_the_same_person_has_signed_in() {
        var sent = rejecting("2023-9000001", Cast.COUNTY).with(csrf()).exchange();
        assertThat(sent).hasRedirectedUrl("/sign-in?ended");
        var in = signIn(sent, Cast.COUNTY);
        var where = Objects.requireNonNull(in.getResponse().getRedirectedUrl());
        assertThat(where).matches("/unsent/[0-9a-f]{32}");
        assertThat(open(where, in))
                .hasStatusOk()
                .bodyText()
                .contains(NOT_SENT, REASON, "action=\"/reviews/2023-9000001\"");
        assertThat(open("/unsent/" + "0".repeat(32), in)).hasStatus(404);
        assertThat(mvc.get().uri(where).with(cast.as(Cast.COUNTY)).exchange()).hasStatus(404);
    }

    @Test
    void a_form_with_neither_session_nor_token_comes_back_as_well() {
        var sent = rejecting("2023-9000001", Cast.COUNTY).exchange();
        assertThat(sent).hasRedirectedUrl("/sign-in?ended");
        var in = signIn(sent, Cast.COUNTY);
        assertThat(open(Objects.requireNonNull(in.getResponse().getRedirectedUrl()), in))
                .hasStatusOk()
                .bodyText()
                .contains(REASON);
    }

    @Test
    void nobody_else_who_signs_in_there_sees_it() {
        var sent = rejecting("2023-9000001", Cast.COUNTY).with(csrf()).exchange();
        var in = signIn(sent, Cast.UNIT);
        var where = Objects.requireNonNull(in.getResponse().getRedirectedUrl());
        assertThat(open(where, in)).hasRedirectedUrl("/home");
        assertThat(open(where, in)).hasStatus(404);
        assertThat(rejecting("2023-9000001", Cast.COUNTY)
                        .with(cast.as(Cast.UNIT))
                        .exchange())
                .hasStatus(403)
                .bodyText()
                .contains("页面已过期")
                .doesNotContain(REASON, "刷新");
    }

    @Test
    void another_host_s_form_is_neither_kept_nor_shown() {
        for (var header : new String[] {"Origin", "Referer"}) {
            var request = mvc.post()
                    .uri("/reviews/1")
                    .header(header, "https://evil.example/x")
                    .param("reason", REASON)
                    .with(cast.as(Cast.COUNTY));
            assertThat(request.exchange())
                    .hasStatus(403)
                    .bodyText()
                    .contains("页面已过期")
                    .doesNotContain(REASON);
        }
        assertThat(rejecting("1", Cast.COUNTY)
                        .header("Sec-Fetch-Site", "cross-site")
                        .with(cast.as(Cast.COUNTY))
                        .exchange())
                .bodyText()
                .doesNotContain(REASON);
    }

    @Test
    void passwords_codes_and_numbers_of_persons_are_not_kept() {
        var answer = typed("/workers/7/refusal", Cast.UNIT)
                .param("password", "Secret-1")
                .param("again", "Secret-1")
                .param("current", "Secret-0")
                .param("code", "123456")
                .param("number", "41030519681204123X")
                .param("phone", "13800138000")
                .param("reason", "身份证号码 410305196812041234 与档案不符")
                .with(cast.as(Cast.UNIT))
                .exchange();
        assertThat(answer)
                .hasStatus(403)
                .bodyText()
                .contains("与档案不符", "不保留，重新提交后请按提示补填")
                .doesNotContain("Secret", "123456", "4103051968", "13800138000");
        assertThat(typed("/account/password", Cast.UNIT)
                        .param("password", "Secret-1")
                        .with(cast.as(Cast.UNIT))
                        .exchange())
                .hasStatus(403)
                .bodyText()
                .contains("页面已过期");
    }

    @Test
    void a_chosen_file_is_chosen_again_on_its_own_page() {
        var answer = typed("/application/materials/photo", Cast.WORKER)
                .contentType("multipart/form-data; boundary=x")
                .param("note", "近期照片")
                .with(cast.as(Cast.WORKER))
                .exchange();
        assertThat(answer)
                .hasStatus(403)
                .bodyText()
                .contains("近期照片", "重新选择文件", "回到原来的页面")
                .doesNotContain("重新提交</button>");
    }

    @Test
    void a_part_of_a_page_gets_the_same() {
        assertThat(rejecting("1", Cast.COUNTY)
                        .header("HX-Request", "true")
                        .with(cast.as(Cast.COUNTY))
                        .exchange())
                .hasStatus(403)
                .bodyText()
                .contains(NOT_SENT, REASON, "<main id=\"main\"");
        var ended = rejecting("1", Cast.COUNTY)
                .header("HX-Request", "true")
                .with(csrf())
                .exchange();
        assertThat(ended).hasStatus(401).hasHeader("HX-Redirect", "/sign-in?ended");
        assertThat(signIn(ended, Cast.COUNTY).getResponse().getRedirectedUrl()).startsWith("/unsent/");
    }

    @Test
    void what_saves_itself_stays_on_its_page_and_more_than_a_session_holds_is_not_kept() {
        assertThat(rejecting("1", Cast.COUNTY)
                        .header("X-Autosave", "true")
                        .with(cast.as(Cast.COUNTY))
                        .exchange())
                .hasStatus(403)
                .bodyText()
                .doesNotContain(REASON);
        var much = typed("/reviews/1", Cast.COUNTY)
                .param("reason", "长".repeat(70_000))
                .with(csrf())
                .exchange();
        assertThat(signIn(much, Cast.COUNTY)).hasRedirectedUrl("/reviews/1");
    }

    private String file() {
        return given.inReview(
                cast.actor(Cast.WORKER),
                cast.actor(Cast.UNIT).office().code(),
                cast.actor(Cast.COUNTY),
                clock.instant());
    }

    private MockMvcTester.MockMvcRequestBuilder rejecting(String number, String persona) {
        return typed("/reviews/" + number, persona)
                .param("version", "0")
                .param("act", "reject")
                .param("reason", REASON)
                .param("clause", "豫人社工考〔2013〕1号");
    }

    private MockMvcTester.MockMvcRequestBuilder typed(String path, String persona) {
        return mvc.post()
                .uri(path)
                .header("Origin", "http://localhost")
                .header("Referer", "http://localhost" + path)
                .param("_csrf", "old")
                .param("_who", String.valueOf(cast.actor(persona).account()));
    }

    private MvcTestResult signIn(MvcTestResult before, String persona) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", persona)
                .param("password", CastSeeds.PASSWORD)
                .cookie(before.getResponse().getCookies())
                .exchange();
    }

    private MvcTestResult open(String where, MvcTestResult in) {
        var session = Objects.requireNonNull(in.getResponse().getCookie("SESSION"));
        return mvc.get()
                .uri(where)
                .cookie(new Cookie("SESSION", session.getValue()))
                .exchange();
    }

    private long decisions() {
        return jdbc.sql("select count(*) from application.act where act = 'REJECT'")
                .query(Long.class)
                .single();
    }
}

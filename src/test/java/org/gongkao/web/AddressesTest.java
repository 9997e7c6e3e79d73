package org.gongkao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an address answers to whom: unknown ones, protected ones, and the files that every page loads. */
class AddressesTest extends DatabaseTest {

    @Test
    void a_page_is_chinese_whatever_the_browser_asks_for() {
        assertThat(mvc.get().uri("/sign-in").header("Accept-Language", "en-US").exchange())
                .hasStatusOk()
                .hasHeader("Content-Language", "zh-CN");
    }

    @Test
    void an_unknown_address_says_so_to_a_stranger_and_to_somebody_signed_in() {
        for (var address : new String[] {"/nothing-here", "/application/x/y/z", "/assets/none.css", "/error/x"}) {
            assertThat(mvc.get().uri(address).exchange())
                    .as(address)
                    .hasStatus(404)
                    .bodyText()
                    .contains("没有找到这个页面", "id=\"main\"", "回到首页");
        }
        assertThat(mvc.get().uri("/nothing-here").with(cast.as(Cast.UNIT)).exchange())
                .hasStatus(404)
                .bodyText()
                .contains("没有找到这个页面", "回到我的首页");
    }

    @Test
    void a_part_of_a_page_at_an_unknown_address_gets_the_same_page_and_no_sign_in() {
        assertThat(mvc.get().uri("/nothing-here").header("HX-Request", "true").exchange())
                .hasStatus(404)
                .doesNotContainHeader("HX-Redirect")
                .bodyText()
                .contains("没有找到这个页面", "<main id=\"main\"");
    }

    @Test
    void what_fails_before_any_handler_has_a_number_to_ask_with() {
        assertThat(mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("no turn"))
                        .exchange())
                .hasStatus(500)
                .bodyText()
                .contains("不是您的操作有误", "事件编号")
                .doesNotContain("no turn");
    }

    @Test
    void what_only_forms_are_sent_to_is_no_page() {
        assertThat(mvc.get().uri("/appearance").exchange()).hasStatus(404);
    }

    @Test
    void the_program_s_inside_is_not_opened_by_it() {
        assertThat(mvc.get().uri("/actuator").exchange()).hasRedirectedUrl("/sign-in");
        assertThat(mvc.get().uri("/actuator/env").exchange()).hasStatus(404);
    }

    @Test
    void a_protected_page_leads_to_sign_in_and_back() {
        var wanted = mvc.get().uri("/account").exchange();
        assertThat(wanted).hasRedirectedUrl("/sign-in");
        assertThat(signIn(wanted)).hasRedirectedUrl("http://localhost/account?continue");
    }

    @Test
    void a_form_sent_after_the_session_ended_leads_back_to_its_page() {
        var sent = mvc.post()
                .uri("/account/password")
                .with(csrf())
                .header("Referer", "http://localhost/account/password?a=1")
                .exchange();
        assertThat(sent).hasRedirectedUrl("/sign-in?ended");
        assertThat(signIn(sent)).hasRedirectedUrl("/account/password?a=1");
    }

    @Test
    void another_host_s_page_is_never_led_back_to() {
        var sent = mvc.post()
                .uri("/account/password")
                .with(csrf())
                .header("Referer", "http://evil.example//evil.example/x")
                .exchange();
        assertThat(signIn(sent)).hasRedirectedUrl("/");
    }

    @Test
    void a_part_of_a_page_whose_session_ended_leads_to_sign_in_and_back() {
        var part = mvc.get()
                .uri("/account")
                .header("HX-Request", "true")
                .header("Referer", "http://localhost/reviews?page=2")
                .exchange();
        assertThat(part).hasStatus(401).hasHeader("HX-Redirect", "/sign-in");
        assertThat(signIn(part)).hasRedirectedUrl("/reviews?page=2");
    }

    @Test
    void the_files_of_a_page_carry_their_hash_and_are_kept_for_a_year() {
        var page = mvc.get().uri("/").exchange();
        var links = Pattern.compile("\"(/assets/[a-z]+-[0-9a-f]{32}\\.(?:css|js|svg))\"")
                .matcher(body(page))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links).hasSize(3);
        for (var link : links) {
            assertThat(mvc.get().uri(link).exchange())
                    .as(link)
                    .hasStatusOk()
                    .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        }
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).doesNotContain("unsafe");
    }

    @Test
    void an_address_without_a_hash_still_answers_and_a_wrong_hash_does_not() {
        assertThat(mvc.get().uri("/assets/gongkao.css").exchange())
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=3600, public");
        assertThat(mvc.get()
                        .uri("/assets/gongkao-00000000000000000000000000000000.css")
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri("/webjars/htmx.org/2.0.10/dist/htmx.min.js").exchange())
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    private MvcTestResult signIn(MvcTestResult before) {
        var cookies = before.getResponse().getCookies();
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", Cast.UNIT)
                .param("password", CastSeeds.PASSWORD)
                .cookie(cookies.length == 0 ? new Cookie[] {new Cookie("none", "none")} : cookies)
                .exchange();
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}

package org.gongkao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What nobody types on purpose: braces, far too much, and control characters. */
class TypedTextTest extends DatabaseTest {

    private static final String BRACES = "张{三}";

    @Autowired
    private JteViews views;

    /** 查找。A search of the house: where it is sent, its field, who searches, and what goes with it. */
    private record Search(String path, String field, String persona, String... with) {}

    static List<Search> searches() {
        return List.of(
                new Search("/reviews/search", "term", Cast.COUNTY),
                new Search("/reviews/search", "term", Cast.UNIT),
                new Search("/workers/search", "q", Cast.UNIT),
                new Search("/worker-records/search", "q", Cast.UNIT),
                new Search("/assistance/search", "q", Cast.UNIT),
                new Search("/sanctions/search", "q", Cast.COUNTY),
                new Search("/administration/accounts/search", "q", Cast.ADMINISTRATOR),
                new Search("/administration/audit/search", "who", Cast.AUDITOR),
                new Search("/administration/audit/search", "key", Cast.AUDITOR, "subject", "application"),
                new Search("/payment/search", "q", Cast.FINANCE, "list", "/payment/refunds"),
                new Search("/payment/search", "transaction", Cast.FINANCE, "list", "/payment/ledger"));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void braces_are_looked_for_like_any_other_sign(Search search) {
        var found = sent(search, BRACES);
        assertThat(found).hasStatus3xxRedirection();
        var list = Objects.requireNonNull(found.getResponse().getRedirectedUrl());
        assertThat(list).contains("%E5%BC%A0%7B%E4%B8%89%7D");
        assertThat(mvc.get()
                        .uri(URI.create(list))
                        .with(cast.as(search.persona()))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains(BRACES);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void far_too_much_is_refused_with_the_limit_and_kept(Search search) {
        var much = "长".repeat(3000);
        assertThat(sent(search, much)).hasStatus(422).bodyText().contains("查找内容最多 100 个字", much);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void control_characters_are_not_looked_for(Search search) {
        var found = sent(search, "张\u0000三\u0007");
        assertThat(found).hasStatus3xxRedirection();
        assertThat(found.getResponse().getRedirectedUrl())
                .contains("%E5%BC%A0%E4%B8%89")
                .doesNotContain("%00");
    }

    @Test
    void control_characters_in_an_address_are_left_out() {
        var wrong = new ArrayList<String>();
        for (var address : List.of(
                Cast.COUNTY + " /reviews?name=",
                Cast.UNIT + " /workers?q=",
                Cast.UNIT + " /worker-records?q=",
                Cast.AUDITOR + " /administration/audit?who=",
                Cast.ADMINISTRATOR + " /administration/units?term=",
                Cast.ADMINISTRATOR + " /administration/units?agency=",
                Cast.ADMINISTRATOR + " /administration/accounts?q=")) {
            var who = address.split(" ")[0];
            var answer = mvc.get()
                    .uri(URI.create(address.split(" ")[1] + "%00%E5%BC%A0%1F"))
                    .with(cast.as(who))
                    .exchange();
            if (answer.getResponse().getStatus() >= 500) {
                wrong.add(address + " answered " + answer.getResponse().getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whatever a controller may one day put behind {@code redirect:}, what stands in it is no name to be looked up. */
    @Test
    void an_address_that_is_led_to_is_taken_as_it_stands() throws Exception {
        var view = Objects.requireNonNull(views.resolveViewName("redirect:/reviews?name={three}", Locale.CHINA));
        var answer = new MockHttpServletResponse();
        view.render(Map.of("three", "3"), new MockHttpServletRequest(), answer);
        assertThat(answer.getRedirectedUrl()).startsWith("/reviews?name={three}");
    }

    @Test
    void a_stranger_s_control_characters_are_told_like_any_other_mistake() {
        var sent = List.of(
                stranger("/sign-in").param("username", "a\u0000b").param("password", "x\u0000"),
                stranger("/forgotten-password").param("username", "a\u0000b"),
                stranger("/register/form")
                        .param("act", "units")
                        .param("name", "张\u0000三")
                        .param("term", "幼\u0000儿园"));
        for (var one : sent) {
            assertThat(one.exchange().getResponse().getStatus()).isLessThan(500);
        }
    }

    @Test
    void what_is_typed_beside_a_file_loses_its_control_characters_too_and_keeps_its_lines() throws Exception {
        var request = new MockHttpServletRequest();
        request.addParameter("reason", "一\u0000行\r\n\t二行\u001b\u0085");
        request.addParameter("na\u0000me", "x");
        var seen = new ArrayList<String>();
        new Typed().doFilter(request, new MockHttpServletResponse(), (cleaned, response) -> {
            seen.add(cleaned.getParameter("reason"));
            seen.add(cleaned.getParameterValues("reason")[0]);
            seen.add(Objects.requireNonNull(cleaned.getParameterMap().get("reason"))[0]);
            seen.addAll(Collections.list(cleaned.getParameterNames()));
        });
        assertThat(seen).containsExactly("一行\r\n\t二行", "一行\r\n\t二行", "一行\r\n\t二行", "reason", "name");
    }

    private MockMvcTester.MockMvcRequestBuilder stranger(String path) {
        return mvc.post().uri(path).with(csrf());
    }

    private MvcTestResult sent(Search search, String typed) {
        var request = mvc.post()
                .uri(search.path())
                .with(csrf())
                .with(cast.as(search.persona()))
                .param(search.field(), typed);
        for (int i = 0; i < search.with().length; i += 2) {
            request = request.param(search.with()[i], search.with()[i + 1]);
        }
        return request.exchange();
    }
}

package org.gongkao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkao.demo.CastSeeds;
import org.gongkao.sms.Outbox;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser without a screen: keeps its cookies, comes from one address. */
class Web {

    private final MockMvcTester mvc;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    Web(MockMvcTester mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    MvcTestResult get(String uri) {
        return kept(mvc.get().uri(uri).with(from()).cookie(jar()).exchange());
    }

    /** Pairs of name and value. */
    MvcTestResult post(String uri, String... form) {
        var request = mvc.post().uri(uri).with(csrf()).with(from()).cookie(jar());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return kept(request.exchange());
    }

    MvcTestResult signIn(String name, String password) {
        return post("/sign-in", "username", name, "password", password);
    }

    /** The last step of registration, at the cast's unit in the county. */
    MvcTestResult register(String name, String number, String phone, String code) {
        return post(
                "/register/form",
                "act",
                "register",
                "name",
                name,
                "number",
                number,
                "phone",
                phone,
                "code",
                code,
                "term",
                "实验幼儿园",
                "unit",
                CastSeeds.COUNTY_UNIT,
                "password",
                "Luoyang2023",
                "again",
                "Luoyang2023");
    }

    MvcTestResult recover(String username, String code) {
        return post(
                "/forgotten-password",
                "act",
                "recover",
                "username",
                username,
                "code",
                code,
                "password",
                "Mudan2024",
                "again",
                "Mudan2024");
    }

    static String code(Outbox outbox) {
        var code = Pattern.compile("验证码 (\\d{6})")
                .matcher(outbox.latest().getFirst().text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private Cookie[] jar() {
        return cookies.isEmpty()
                ? new Cookie[] {new Cookie("none", "none")}
                : cookies.values().toArray(Cookie[]::new);
    }

    private MvcTestResult kept(MvcTestResult answer) {
        for (var cookie : answer.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else if (!cookie.getName().startsWith("XSRF")) {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return answer;
    }
}

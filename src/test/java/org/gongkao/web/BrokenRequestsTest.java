package org.gongkao.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.gongkao.RunningTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no handler ever sees, because the server, the firewall or the reading of the form turns it back: a page all the same. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenRequestsTest extends RunningTest {

    private static final String HTMX = "HX-Request: true\r\nHX-Current-URL: http://localhost/sign-in\r\n";

    /** A request as it is sent, the status that is right for it, and what it is an example of. */
    private record Broken(String what, int status, String line, String head, String body) {

        static Broken get(String what, int status, String path) {
            return new Broken(what, status, "GET " + path + " HTTP/1.1", "Host: localhost\r\n", "");
        }

        static Broken with(String what, int status, String head) {
            return new Broken(what, status, "GET /sign-in HTTP/1.1", "Host: localhost\r\n" + head, "");
        }

        static Broken post(String what, int status, String path, String type, String body) {
            var head = "Host: localhost\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n";
            return new Broken(what, status, "POST " + path + " HTTP/1.1", head, body);
        }

        Broken byHtmx() {
            return new Broken(what + ", by htmx", status, line, head + HTMX, body);
        }
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Broken[] ALL = {
        Broken.get("a broken % in the path", 400, "/%zz"),
        Broken.get("a lone % in the path", 400, "/sign-in%"),
        Broken.get("a character that must be encoded", 400, "/a|b"),
        Broken.get("brackets", 400, "/[x]"),
        Broken.get("a step up, hidden", 400, "/%2e%2e/x"),
        Broken.get("a backslash, hidden", 400, "/a%5cb"),
        Broken.get("a slash, hidden", 400, "/a%2fb"),
        Broken.get("a semicolon", 400, "/sign-in;x=1"),
        Broken.get("two slashes", 400, "//sign-in"),
        Broken.get("bytes that are no text", 400, "/%ff%fe"),
        Broken.get("a NUL in the path", 400, "/sign-in%00"),
        Broken.get("a broken % in the query", 400, "/sign-in?x=%zz"),
        Broken.get("a lone % in the query", 400, "/sign-in?name=100%"),
        Broken.get("bytes that are no text in the query", 400, "/sign-in?x=%ff"),
        Broken.get("2000 parameters", 413, "/sign-in?" + many(2000)),
        Broken.get("an address of 20 kB", 431, "/sign-in?x=" + "1".repeat(20_000)),
        Broken.with("a cookie of 9 kB", 431, "Cookie: a=" + "1".repeat(9_000) + "\r\n"),
        Broken.with("300 cookies", 400, "Cookie: " + "a=1;".repeat(300) + "\r\n"),
        Broken.with("300 headers", 431, headers(300)),
        Broken.with("a header without a colon", 400, "nonsense\r\n"),
        Broken.with("a body's length that is no number", 400, "Content-Length: x\r\n"),
        Broken.with("two hosts", 400, "Host: elsewhere\r\n"),
        new Broken("a bad host", 400, "GET /sign-in HTTP/1.1", "Host: a b\r\n", ""),
        new Broken("a host with a bad port", 400, "GET /sign-in HTTP/1.1", "Host: localhost:99x\r\n", ""),
        new Broken("no host", 400, "GET /sign-in HTTP/1.1", "", ""),
        new Broken("TRACE", 405, "TRACE /sign-in HTTP/1.1", "Host: localhost\r\n", ""),
        new Broken("a method that there is not", 400, "FOO /sign-in HTTP/1.1", "Host: localhost\r\n", ""),
        new Broken("a line that is none", 400, "rubbish", "", ""),
        Broken.post("a form with a broken %", 400, "/sign-in", FORM, "username=%zz&password=1"),
        Broken.post("a form of 2000 fields", 413, "/sign-in", FORM, many(2000)),
        Broken.post("a form of 3 MB", 413, "/sign-in", FORM, "a=" + "1".repeat(3_000_000)),
        Broken.post("an upload without boundary", 400, "/sign-in", "multipart/form-data", "x"),
        Broken.post("an upload cut off", 400, "/sign-in", "multipart/form-data; boundary=x", "--x\r\n"),
        Broken.post("an upload of 2000 parts", 413, "/sign-in", "multipart/form-data; boundary=x", parts(2000)),
    };

    @Test
    void what_the_server_itself_turns_back_gets_a_page_in_chinese_with_a_way_back(CapturedOutput log) throws Exception {
        var softly = new SoftAssertions();
        for (var broken : ALL) {
            check(softly, broken, answer(broken));
        }
        softly.assertThat(log.getAll()).doesNotContain("Incident ").doesNotContain(" ERROR ");
        softly.assertAll();
    }

    @Test
    void a_part_of_a_page_gets_the_same_page_to_swap_in(CapturedOutput log) throws Exception {
        var softly = new SoftAssertions();
        for (var broken : ALL) {
            check(softly, broken.byHtmx(), answer(broken.byHtmx()));
        }
        softly.assertThat(log.getAll()).doesNotContain("Incident ").doesNotContain(" ERROR ");
        softly.assertAll();
    }

    @Test
    void the_way_back_leads_to_the_page_it_was_sent_from_and_to_no_other_host() throws Exception {
        assertThat(answer(Broken.with(
                        "", 0, "Referer: http://evil.example/self-check?a=1\r\nCookie: a=%\r\nnonsense\r\n")))
                .contains("回到首页");
        assertThat(answer(new Broken(
                        "",
                        0,
                        "TRACE /x HTTP/1.1",
                        "Host: localhost\r\nReferer: http://evil.example/self-check?a=1\r\n",
                        "")))
                .contains("href=\"/self-check?a=1\">返回刚才的页面")
                .doesNotContain("evil.example");
    }

    private static void check(SoftAssertions softly, Broken broken, String answer) {
        var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        softly.assertThat(answer)
                .as(broken.what())
                .startsWith("HTTP/1.1 " + broken.status() + " ")
                .containsIgnoringCase("Content-Type: text/html;charset=UTF-8")
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff");
        softly.assertThat(body)
                .as(broken.what())
                .contains("<main id=\"main\"", "回到首页", "gongkao-")
                .doesNotContain(
                        "Tomcat",
                        "name=\"_csrf\" value=\"\"",
                        "Bad Request",
                        "HTTP Status",
                        "Exception",
                        "\tat ",
                        "事件编号");
    }

    /** What comes back, read until the server closes: every request says that it is the last. */
    private String answer(Broken broken) throws IOException {
        var to = URI.create(address());
        try (var socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(20_000);
            var request = broken.line() + "\r\nConnection: close\r\n" + broken.head() + "\r\n" + broken.body();
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String many(int parameters) {
        return IntStream.range(0, parameters).mapToObj(n -> "a=").collect(Collectors.joining("&"));
    }

    private static String headers(int count) {
        return IntStream.range(0, count).mapToObj(n -> "X-" + n + ": 1\r\n").collect(Collectors.joining());
    }

    private static String parts(int count) {
        return IntStream.range(0, count)
                        .mapToObj(n -> "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n")
                        .collect(Collectors.joining())
                + "--x--\r\n";
    }
}

package org.gongkao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gongkao.RunningTest;
import org.junit.jupiter.api.Test;

/** A body larger than anything that is taken here, sent to the listening program. */
class OversizeTest extends RunningTest {

    private static final int MB = 1024 * 1024;

    @Test
    void a_body_too_large_gets_a_page_with_the_limit_and_the_way_back() throws Exception {
        var answer = send("/application/materials/photo", 65 * MB);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("提交的内容太大", "每个不超过 10 MB", "没有保存其中任何一部分", "href=\"/application/materials\">返回刚才的页面");
        assertThat(jdbc.sql("select count(*) from file.file").query(Long.class).single())
                .isZero();
    }

    /** 255 characters are what a machine lets a name have; the answer is about the session, never about a size. */
    @Test
    void the_longest_name_that_a_file_can_have_is_not_too_large() throws Exception {
        var name = "关".repeat(251) + ".pdf";
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--x--\r\n";
        var answer = send("/application/materials/photo", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isNotEqualTo(413);
        assertThat(answer.body()).doesNotContain("太大");
    }

    private HttpResponse<String> send(String path, int bytes) throws IOException, InterruptedException {
        return send(path, new byte[bytes]);
    }

    private HttpResponse<String> send(String path, byte[] body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address() + path))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .header("Referer", address() + "/application/materials")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

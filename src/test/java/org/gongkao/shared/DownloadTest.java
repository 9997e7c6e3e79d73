package org.gongkao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadTest {

    @Test
    void a_sheet_is_saved_under_its_chinese_name_and_kept_by_nobody() {
        var head = Download.sheet("花名册第2版.xlsx").body(new byte[0]).getHeaders();
        assertThat(head.getContentDisposition().isAttachment()).isTrue();
        assertThat(head.getContentDisposition().getFilename()).isEqualTo("花名册第2版.xlsx");
        assertThat(head.getContentType())
                .hasToString("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(head.getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void a_paper_is_shown_by_the_browser_and_kept_by_nobody() {
        var head = Download.paper("收件凭证.pdf").body(new byte[0]).getHeaders();
        assertThat(head.getContentDisposition().isInline()).isTrue();
        assertThat(head.getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(head.getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void what_is_written_piece_by_piece_has_the_same_head() throws IOException {
        var answer = new MockHttpServletResponse();
        Download.text("名单.txt").to(answer).write("甲".getBytes(StandardCharsets.UTF_8));
        var disposition = ContentDisposition.parse(String.valueOf(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)));
        assertThat(disposition.isAttachment()).isTrue();
        assertThat(disposition.getFilename()).isEqualTo("名单.txt");
        assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("甲");
    }
}

package org.gongkao.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Documents read back as they were written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettersTest {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private TemplateEngine templates;
    private Letters letters;

    @BeforeAll
    void load() {
        templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.gongkao");
        letters = new Letters(templates, new Typefaces());
    }

    @Test
    void text_reads_back_as_it_was_written() throws IOException {
        var written = "工又生金石田白高龙齐文方马 瀍河回族区 买买提·吐尔逊 (一)、“引号”—2023年3月28日 24:00 ¥320.00 1/2";
        assertThat(text(letters.pdf(page("<p>" + written + "</p>"))))
                .contains("工又生金石田白高龙齐文方马")
                .contains("瀍河回族区")
                .contains("买买提·吐尔逊")
                .contains("(一)、“引号”—2023年3月28日 24:00 ¥320.00");
    }

    @Test
    void every_character_of_the_national_standard_reads_back() throws IOException {
        var hanzi = new StringBuilder();
        var gb2312 = Charset.forName("GB2312");
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int column = 0xA1; column <= 0xFE; column++) {
                var one = new String(new byte[] {(byte) row, (byte) column}, gb2312);
                if (one.codePointAt(0) != 0xFFFD) {
                    hanzi.append(one);
                }
            }
        }
        assertThat(hanzi.length()).isEqualTo(6763);
        var read = text(letters.pdf(page("<p>" + hanzi + "</p>"))).replaceAll("第 \\d+ 页，共 \\d+ 页|编号 7|\\s", "");
        assertThat(read).isEqualTo(hanzi.toString());
    }

    @Test
    void signs_that_only_steer_the_setting_go_and_radicals_become_characters() throws IOException {
        assertThat(text(letters.pdf(page("<p>陈\uFE00立\u200B民 ⼯⼈</p>")))).contains("陈立民 工人");
    }

    @Test
    void a_character_without_a_shape_is_refused_before_it_is_drawn() {
        var refusal = catchThrowableOfType(Refusal.class, () -> letters.pdf(page("<p>陈𠮷民😀</p>")));
        assertThat(refusal.reason()).isEqualTo(LetterRefusal.NO_SHAPE);
        assertThat(refusal.sentence()).contains("𠮷、😀");
    }

    @Test
    void pictures_come_in_as_data_and_nothing_comes_from_outside() throws IOException {
        var with = letters.pdf(page("<img src=\"data:image/png;base64," + PIXEL + "\" style=\"width:10mm\"/>"));
        try (var document = Loader.loadPDF(with)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
        var from = letters.pdf(page("<img src=\"file:///etc/hostname\" style=\"width:10mm\"/><p>其余照常</p>"));
        try (var document = Loader.loadPDF(from)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
        assertThat(text(from)).contains("其余照常");
    }

    @Test
    void many_at_once_do_not_disturb_each_other() throws Exception {
        try (var workers = Executors.newFixedThreadPool(4)) {
            var tasks = IntStream.range(0, 16)
                    .mapToObj(n -> (Callable<String>)
                            () -> text(letters.pdf(page("<h1>申报表</h1><p>第" + n + "份" + "工龄".repeat(n) + "</p>"))))
                    .toList();
            int n = 0;
            for (var done : workers.invokeAll(tasks)) {
                assertThat(done.get()).contains("申报表").contains("第" + n + "份" + "工龄".repeat(n));
                n++;
            }
        }
    }

    @Test
    void it_says_that_it_is_for_the_archive() throws IOException {
        try (var document = Loader.loadPDF(letters.pdf(page("<p>归档</p>")))) {
            var metadata = new String(
                    document.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(metadata).contains("pdfaid").contains(">2<").contains(">B<");
        }
    }

    private String page(String content) {
        var out = new StringOutput();
        gg.jte.Content body = output -> output.writeContent(content);
        templates.render("letter/sheet.jte", Map.of("title", "试样", "foot", "编号 7", "content", body), out);
        return out.toString();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

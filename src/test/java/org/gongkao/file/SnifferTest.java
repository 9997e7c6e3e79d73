package org.gongkao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads are told by their content. */
class SnifferTest {

    @TempDir
    Path folder;

    private final Sniffer sniffer = new Sniffer();

    @Test
    void a_picture_of_enough_pixels_is_taken() throws IOException {
        assertThat(sniff("证件照.jpg", picture("jpeg", 480, 640), FileRule.PHOTO))
                .isEqualTo(new Sniffed(FileType.JPEG, 480, 640, 1));
        assertThat(sniff("证书.PNG", picture("png", 800, 600), FileRule.DOCUMENT).type())
                .isEqualTo(FileType.PNG);
    }

    @Test
    void a_program_named_as_a_picture_is_refused_and_the_sentence_says_so() {
        var refusal = refused("证件照.jpg", "MZ\u0090\u0000this is no picture".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal.reason()).isEqualTo(FileRefusal.DISGUISED);
        assertThat(refusal.sentence()).contains("JPG图片").endsWith("。");
    }

    @Test
    void a_table_as_text_is_taken_where_tables_are_and_nowhere_else() throws IOException {
        var text = "姓名,金额\n陈立民,365.00\n".getBytes(StandardCharsets.UTF_8);
        var gbk = "姓名,金额\n陈立民,365.00\n".getBytes(java.nio.charset.Charset.forName("GBK"));
        assertThat(sniff("流水.csv", text, FileRule.TABLE).type()).isEqualTo(FileType.CSV);
        assertThat(sniff("流水.csv", gbk, FileRule.TABLE).type())
                .as("whoever reads the table says how to save it")
                .isEqualTo(FileType.CSV);
        assertThat(refused("流水.csv", text).reason()).isEqualTo(FileRefusal.TYPE_NOT_TAKEN);
        assertThat(refused("流水.pdf", text).reason()).isEqualTo(FileRefusal.DISGUISED);
    }

    @Test
    void a_web_page_named_as_a_document_is_refused() {
        var page = "<!doctype html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        var refusal = refused("毕业证.pdf", page);
        assertThat(refusal.reason()).isEqualTo(FileRefusal.DISGUISED);
        assertThat(refusal.sentence()).contains("网页");
    }

    @Test
    void a_picture_that_says_it_is_a_pdf_is_refused() throws IOException {
        assertThat(refused("证书.pdf", picture("png", 600, 600)).reason()).isEqualTo(FileRefusal.DISGUISED);
    }

    @Test
    void the_two_picture_types_may_be_mixed_up_by_the_phone() throws IOException {
        assertThat(sniff("微信图片.jpg", picture("png", 600, 600), FileRule.DOCUMENT)
                        .type())
                .isEqualTo(FileType.PNG);
        assertThat(Names.clean("C:\\图\\微信图片.jpg", FileType.PNG)).isEqualTo("微信图片.png");
    }

    @Test
    void a_vector_picture_can_carry_scripts_and_is_not_taken() {
        var refusal = refused("图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.reason()).isEqualTo(FileRefusal.TYPE_NOT_TAKEN);
    }

    @Test
    void a_picture_cut_off_on_the_way_is_refused() throws IOException {
        var whole = picture("jpeg", 1200, 1600);
        assertThat(refused("证书.jpg", Arrays.copyOf(whole, whole.length / 3)).reason())
                .isEqualTo(FileRefusal.BROKEN);
        var png = picture("png", 1200, 1600);
        assertThat(refused("证书.png", Arrays.copyOf(png, png.length / 3)).reason())
                .isEqualTo(FileRefusal.BROKEN);
    }

    @Test
    void a_picture_too_small_to_read_is_refused_with_both_numbers() throws IOException {
        var refusal = refused("证书.jpg", picture("jpeg", 640, 120));
        assertThat(refusal.reason()).isEqualTo(FileRefusal.TOO_FEW_PIXELS);
        assertThat(refusal.sentence()).contains("120").contains("300");
    }

    @Test
    void a_picture_bomb_is_refused_before_it_is_decoded() throws IOException {
        var bomb = picture("png", 300, 300);
        // the width in the header, 4 bytes after the 16th
        bomb[16] = 0;
        bomb[17] = 1;
        bomb[20] = 0;
        bomb[21] = 1;
        assertThat(refused("证书.png", bomb).reason()).isEqualTo(FileRefusal.TOO_MANY_PIXELS);
    }

    @Test
    void a_pdf_is_opened_and_counted() throws IOException {
        assertThat(sniff("考核.pdf", pdf(2, null), FileRule.DOCUMENT)).isEqualTo(new Sniffed(FileType.PDF, 0, 0, 2));
        assertThat(refused("考核.pdf", pdf(61, null)).reason()).isEqualTo(FileRefusal.TOO_MANY_PAGES);
        assertThat(refused("考核.pdf", pdf(1, "secret")).reason()).isEqualTo(FileRefusal.LOCKED);
        assertThat(refused("考核.pdf", "%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII))
                        .reason())
                .isEqualTo(FileRefusal.BROKEN);
    }

    @Test
    void a_workbook_is_told_from_any_other_archive() throws IOException {
        var workbook = zip("[Content_Types].xml", "xl/workbook.xml");
        assertThat(sniff("单位.xlsx", workbook, FileRule.SPREADSHEET).type()).isEqualTo(FileType.XLSX);
        var archive = zip("readme.txt");
        var refusal = catchThrowableOfType(Refusal.class, () -> sniff("单位.xlsx", archive, FileRule.SPREADSHEET));
        assertThat(refusal.reason()).isEqualTo(FileRefusal.DISGUISED);
    }

    @Test
    void a_name_is_made_fit_for_a_download() {
        assertThat(Names.clean("../../etc/passwd\r\n.jpg", FileType.JPEG)).isEqualTo("passwd.jpg");
        assertThat(Names.clean("", FileType.PDF)).isEqualTo("未命名.pdf");
        assertThat(Names.clean("瀍".repeat(300) + ".pdf", FileType.PDF)).hasSize(104);
        assertThat(Names.clean("a\u202Egpj.exe", FileType.JPEG)).isEqualTo("agpj.jpg");
    }

    @Test
    void sizes_are_said_as_people_say_them() {
        assertThat(FileRule.sizeWords(900)).isEqualTo("1 KB");
        assertThat(FileRule.sizeWords(640 * 1024)).isEqualTo("640 KB");
        assertThat(FileRule.sizeWords(10 * 1024 * 1024)).isEqualTo("10 MB");
        assertThat(FileRule.DOCUMENT.words()).isEqualTo("JPG图片、PNG图片或PDF文件，每个不超过 10 MB");
    }

    private Refusal refused(String name, byte[] content) {
        return catchThrowableOfType(Refusal.class, () -> sniff(name, content, FileRule.DOCUMENT));
    }

    private Sniffed sniff(String name, byte[] content, FileRule rule) throws IOException {
        return sniffer.sniff(name, Files.write(folder.resolve("content"), content), rule);
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x * 31 ^ y * 17);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] pdf(int pages, @org.jspecify.annotations.Nullable String password) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return out.toByteArray();
    }
}

package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;

/**
 * Latin words in what somebody reads: a page, a sheet, a paper. All of them are Chinese; a name of a constant or of a field would
 * show here. What an author wrote into a year package stays as it was written: it stands in {@code code} and {@code textarea}.
 */
public final class ForeignWords {

    private static final Pattern UNREAD = Pattern.compile(
            "(?s)<(script|style|textarea|code)\\b[^>]*>.*?</\\1>|<!--.*?-->|手工输入密钥：<strong>.*?</strong>|aria-labelledby=\"t-(?:problems|confirm)\">.*?</section>");
    private static final Pattern SAID = Pattern.compile("(?:aria-label|placeholder|title|alt|data-l)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_@.:/#&?=+*-]*[A-Za-z]{2}[A-Za-z0-9_@.:/#&?=+*-]*");

    /** What is called by its Latin name everywhere. */
    private static final Set<String> ALLOWED = Set.of(
            "PDF", "OFD", "CSV", "XLSX", "XLS", "JPG", "JPEG", "PNG", "MB", "KB", "UTF-8", "GBK", "Excel", "SHA-256",
            "SM2", "SM3", "ID", "xlsx", "csv", "jpg", "jpeg", "png", "pdf", "Linux", "Esc");

    /** The audit names the page that was refused by its address. */
    private static final Pattern ADDRESS = Pattern.compile("页面 /\\S*");

    /** What tests themselves type or are called by: login names, a search for nothing, a formula in a sheet. */
    private static final Set<String> TYPED = typed();

    /** Files by their names; addresses; parts of a hash; a first password; the orders and payments that tests make up. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i).*\\.(pdf|ofd|csv|xlsx|txt|jpe?g|png|zip|yaml)|https?://.*|otpauth:.*|localhost.*|[a-f]{8}|[a-z]{4}-[a-z]{4}-[a-z]{4}|(t-)?p[a-z]+\\d*_\\d+|t-unknown");

    private static Set<String> typed() {
        var all = new TreeSet<>(Cast.ALL);
        all.addAll(List.of(Cast.SECOND_ADMINISTRATOR, Cast.SECOND_FINANCE));
        all.addAll(List.of("zhanghong", "liqiang", "chenghong", "chenbanshi", "chenjing", "nothing", "=CONCATENATE"));
        return all;
    }

    private ForeignWords() {}

    /** Throws for the page or the sheet that a test was answered with; what is no text is let pass. */
    static void refuse(MockHttpServletResponse answer, @Nullable String address) {
        var found = in(answer.getContentAsByteArray(), String.valueOf(answer.getContentType()));
        assertThat(found).as("Latin words at " + address).isEmpty();
    }

    private static Set<String> in(byte[] answer, String type) {
        if (type.startsWith("text/html")) {
            return inPage(new String(answer, StandardCharsets.UTF_8));
        }
        if (type.startsWith("text/csv")) {
            return in(new String(answer, StandardCharsets.UTF_8));
        }
        if (type.contains("spreadsheetml")) {
            return in(sheet(answer));
        }
        return type.startsWith("application/pdf") ? in(paper(answer)) : new TreeSet<>();
    }

    /** In the text of a page and in what it says to those who do not see it. */
    public static Set<String> inPage(String html) {
        var page = UNREAD.matcher(html).replaceAll(" ");
        var text = new StringBuilder(TAG.matcher(page).replaceAll("\n"));
        SAID.matcher(page).results().forEach(said -> text.append('\n').append(said.group(1)));
        return in(HtmlUtils.htmlUnescape(text.toString()));
    }

    public static Set<String> in(String text) {
        var found = new TreeSet<String>();
        WORD.matcher(ADDRESS.matcher(text).replaceAll(""))
                .results()
                .map(word -> word.group().replaceAll("^[.:/-]+|[.:/?-]+$", ""))
                .forEach(word -> {
                    boolean number = word.chars().anyMatch(Character::isDigit) && word.indexOf('_') < 0;
                    if (!number
                            && !ALLOWED.contains(word)
                            && !TYPED.contains(word)
                            && !NAMED.matcher(word).matches()) {
                        found.add(word);
                    }
                });
        return found;
    }

    private static String sheet(byte[] bytes) {
        var text = new StringBuilder();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (var sheet : book.getSheets().toList()) {
                text.append(sheet.getName()).append('\n');
                for (var row : sheet.read()) {
                    row.stream()
                            .filter(cell -> cell != null)
                            .map(Cell::getText)
                            .forEach(cell -> text.append(cell).append('\n'));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }

    private static String paper(byte[] bytes) {
        try (var paper = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(paper);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

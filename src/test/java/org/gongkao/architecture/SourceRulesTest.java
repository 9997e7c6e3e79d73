package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules over the source files. */
class SourceRulesTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_TEMPLATE = 150;
    private static final int LONGEST_MIGRATION = 130;

    private static final Pattern MIGRATION = Pattern.compile("V\\d{3}__[a-z0-9]+(_[a-z0-9]+){2,}\\.sql");

    private static final Pattern OTHER_TEMPLATE = Pattern.compile("@template\\.([a-z]+)\\.");

    @Test
    void no_file_is_too_long() {
        assertThat(longer(Sources.java(), LONGEST_FILE))
                .as("Java files over %d lines", LONGEST_FILE)
                .isEmpty();
        assertThat(longer(Sources.under(Sources.TEMPLATES, ".jte"), LONGEST_TEMPLATE))
                .as("templates over %d lines", LONGEST_TEMPLATE)
                .isEmpty();
        assertThat(longer(Sources.under(Sources.MIGRATIONS, ".sql"), LONGEST_MIGRATION))
                .as("migrations over %d lines", LONGEST_MIGRATION)
                .isEmpty();
    }

    private static List<String> longer(List<Path> files, int most) {
        return files.stream()
                .filter(file -> Sources.lines(file) > most)
                .map(file -> file + ": " + Sources.lines(file))
                .toList();
    }

    @Test
    void every_package_says_what_it_is_for_and_marks_nulls() {
        var folders = new TreeSet<Path>();
        Sources.java().forEach(file -> folders.add(file.getParent()));
        var wrong = new ArrayList<String>();
        for (var folder : folders) {
            var info = folder.resolve("package-info.java");
            if (!Files.exists(info)) {
                wrong.add(folder + ": no package-info");
                continue;
            }
            var text = Sources.text(info);
            if (!text.contains("@NullMarked")) {
                wrong.add(folder + ": not @NullMarked");
            }
            if (!Pattern.compile("/\\*\\*.{20,}?[.。]\\s*\\*/", Pattern.DOTALL)
                    .matcher(text)
                    .find()) {
                wrong.add(folder + ": no sentence");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void migrations_are_named_as_sentences() {
        var wrong = Sources.under(Sources.MIGRATIONS, ".sql").stream()
                .filter(file ->
                        !MIGRATION.matcher(file.getFileName().toString()).matches())
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_template_calls_only_its_own_module_and_the_shared_ones() {
        var wrong = new ArrayList<String>();
        for (var file : Sources.under(Sources.TEMPLATES, ".jte")) {
            var module = Sources.TEMPLATES.relativize(file).getName(0).toString();
            var calls = OTHER_TEMPLATE.matcher(Sources.text(file));
            while (calls.find()) {
                // letter.sheet is the paper of all documents, as shared.layout is the frame of all pages
                if (!List.of("shared", "letter", module).contains(calls.group(1))) {
                    wrong.add(file + " calls " + calls.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void chinese_text_has_chinese_punctuation() {
        var half = Pattern.compile("\\p{IsHan}[,;?!]|[,;?!]\\p{IsHan}");
        var wrong = Sources.under(Sources.TEMPLATES, ".jte").stream()
                .filter(file -> half.matcher(Sources.text(file).replaceAll("(?s)<%--.*?--%>", ""))
                        .find())
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void pages_bring_no_script_and_no_style_of_their_own() {
        var inline =
                Pattern.compile("<style|\\sstyle=\"|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)", Pattern.CASE_INSENSITIVE);
        var wrong = Sources.under(Sources.TEMPLATES, ".jte").stream()
                .filter(file -> !Sources.TEMPLATES.relativize(file).startsWith("letter"))
                .filter(file -> inline.matcher(Sources.text(file)).find())
                .toList();
        assertThat(wrong).as("forbidden by the content security policy").isEmpty();
    }

    /** A second way of putting filters into an address, or of beginning a spreadsheet, would encode and name differently. */
    @Test
    void addresses_with_filters_and_spreadsheets_are_each_begun_in_one_place() {
        assertThat(containing("URLEncoder.encode(|.queryParam("))
                .as("besides it what is handed on to a channel")
                .containsExactlyInAnyOrder("Address.java", "AlipayChannel.java", "WechatOrders.java");
        assertThat(containing("new Workbook(")).containsExactly("Spreadsheet.java");
        assertThat(containing("fen() / 100.0|fen(), 2)")).isEmpty();
    }

    private static List<String> containing(String parts) {
        return Sources.java().stream()
                .filter(file -> List.of(parts.split("\\|")).stream()
                        .anyMatch(part -> Sources.text(file).contains(part)))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** What lines of the audit call their subjects is shown to auditors. */
    @Test
    void every_kind_of_subject_has_a_chinese_name() {
        var kind = Pattern.compile("\"([a-z][a-z-]*):");
        var labels = Sources.text(Sources.JAVA.resolve("org/gongkao/audit/SubjectKind.java"));
        assertThat(Sources.java().stream()
                        .filter(file -> Sources.text(file).contains("audit."))
                        .flatMap(file -> kind.matcher(Sources.text(file)).results())
                        .map(found -> found.group(1))
                        .filter(found -> !Set.of("redirect", "fiscal-reversed", "transfer-assigned")
                                .contains(found)))
                .isNotEmpty()
                .allMatch(found -> labels.contains("Map.entry(\"" + found + "\", "));
    }

    /** What channels know a payer by is read back from orders: a second place that spells it would go on reading the old one. */
    @Test
    void what_the_mark_of_a_payer_begins_with_is_written_in_one_place() {
        var mark = Pattern.compile("[\"']G[KU](?=[\"'%])");
        assertThat(Sources.java().stream()
                        .filter(file -> mark.matcher(Sources.text(file)).find()))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Payer.java");
    }
}

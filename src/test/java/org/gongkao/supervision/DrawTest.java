package org.gongkao.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draw follows from list, secret and words alone. */
class DrawTest {

    private static final String SECRET = "ab".repeat(32);

    private static final List<String> FILES = IntStream.rangeClosed(1, 200)
            .mapToObj(number -> String.format("2023%07d", number))
            .toList();

    @Test
    void the_same_list_secret_and_words_draw_the_same_files_every_time_and_in_whatever_order_the_list_comes() {
        var shuffled = new ArrayList<>(FILES);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(drawn("6 3 1 5", shuffled))
                .isEqualTo(drawn("6 3 1 5", FILES))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void other_words_another_secret_or_another_list_draw_other_files() {
        var first = drawn("6 3 1 5", FILES);
        assertThat(drawn("6 3 1 6", FILES)).isNotEqualTo(first);
        assertThat(numbers(new Draw("cd".repeat(32), Draw.listHash(FILES), "6 3 1 5"), FILES))
                .isNotEqualTo(first);
        assertThat(drawn("6 3 1 5", FILES.subList(0, 199))).isNotEqualTo(first);
    }

    @Test
    void every_file_is_drawn_about_as_often_as_the_others() {
        var often = new int[FILES.size()];
        for (int words = 0; words < 2_000; words++) {
            for (var number : drawn("当场 " + words, FILES)) {
                often[FILES.indexOf(number)]++;
            }
        }
        // 200 are expected of each; five standard deviations are 67.
        assertThat(java.util.Arrays.stream(often).boxed())
                .allSatisfy(times -> assertThat(times).isBetween(133, 267));
    }

    @Test
    void who_asks_for_more_gets_the_same_first_ones() {
        var draw = new Draw(SECRET, Draw.listHash(FILES), "6 3 1 5");
        assertThat(draw.first(200, FILES).subList(0, 20)).isEqualTo(draw.first(20, FILES));
        assertThat(new HashSet<>(numbers(draw, FILES))).hasSize(20);
    }

    /** Words as they come from a hall, with what a shell would trip over. */
    @Test
    void the_printed_command_draws_the_same_files(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is installed");
        Files.writeString(folder.resolve("list.txt"), Draw.text(FILES));
        for (var words : List.of("6 3 1 5", "王海说：'$HOME' \"5\" \\n %s")) {
            var draw = new Draw(SECRET, Draw.listHash(FILES), words);
            var process = new ProcessBuilder("bash", "-c", draw.shell(20))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(answer.lines().map(line -> line.substring(line.indexOf(' ') + 1)))
                    .as(answer)
                    .containsExactlyElementsOf(numbers(draw, FILES));
        }
    }

    private static List<String> drawn(String words, List<String> files) {
        var sorted = files.stream().sorted().toList();
        return numbers(new Draw(SECRET, Draw.listHash(sorted), words), files);
    }

    private static List<String> numbers(Draw draw, List<String> files) {
        return draw.first(20, files).stream().map(Draw.Ranked::number).toList();
    }
}

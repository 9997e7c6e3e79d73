package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A generated file is committed, and the test that generates it fails when the two differ. Rewrite all of them with
 * {@code ./mvnw test -Dgongkao.write=true -Dtest='org.gongkao.architecture.*'}.
 */
public final class Committed {

    private Committed() {}

    public static void is(Path file, String generated) {
        try {
            if (Boolean.getBoolean("gongkao.write")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, generated);
            }
            var committed = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            var made = generated.lines().toList();
            assertThat(committed.equals(made))
                    .as(
                            "%s is generated (-Dgongkao.write=true). Missing: %s. Outdated: %s",
                            file,
                            made.stream()
                                    .filter(line -> !committed.contains(line))
                                    .toList(),
                            committed.stream()
                                    .filter(line -> !made.contains(line))
                                    .toList())
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the part of a hand-written file between two marks. */
    public static void part(Path file, String mark, String generated) {
        var begin = "<!-- generated: " + mark + " -->\n";
        var end = "<!-- end of generated: " + mark + " -->";
        try {
            var text = Files.readString(file);
            int from = text.indexOf(begin);
            int to = text.indexOf(end);
            assertThat(from)
                    .as("%s has the marks of %s", file, mark)
                    .isNotNegative()
                    .isLessThan(to);
            is(file, text.substring(0, from + begin.length()) + generated + text.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

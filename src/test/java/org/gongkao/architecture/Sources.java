package org.gongkao.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's own files, as they stand in the working tree. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private Sources() {}

    static List<Path> java() {
        return under(JAVA, ".java");
    }

    static List<Path> under(Path root, String ending) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The module a file belongs to: the package below {@code org.gongkao}; empty for the wiring. */
    static String module(Path javaFile) {
        var below = JAVA.resolve("org/gongkao").relativize(javaFile);
        return below.getNameCount() == 1 ? "" : below.getName(0).toString();
    }

    static long lines(Path file) {
        return text(file).lines().count();
    }
}

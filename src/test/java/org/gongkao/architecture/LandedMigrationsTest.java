package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.gongkao.shared.Sha256;
import org.junit.jupiter.api.Test;

/** A migration that has landed has run somewhere: it is never edited, renamed or taken away. */
class LandedMigrationsTest {

    private static final Path LIST = Path.of("src/test/resources/landed-migrations.txt");

    @Test
    void a_landed_migration_is_as_it_was() {
        var landed = landed();
        var now = now();
        var wrong = landed.entrySet().stream()
                .filter(line -> !line.getValue().equals(now.get(line.getKey())))
                .map(line -> line.getKey())
                .toList();
        assertThat(wrong)
                .as("edited, renamed or deleted after landing: write the next migration instead")
                .isEmpty();
    }

    /** The list is only added to: rewriting it never makes peace with an edited migration. */
    @Test
    void every_migration_is_on_the_list() {
        var all = now();
        all.putAll(landed());
        var text = new StringBuilder();
        all.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        Committed.is(LIST, text.toString());
    }

    private static TreeMap<String, String> landed() {
        var landed = new TreeMap<String, String>();
        if (Files.exists(LIST)) {
            Sources.text(LIST).lines().map(line -> line.split("  ", 2)).forEach(line -> landed.put(line[1], line[0]));
        }
        return landed;
    }

    private static TreeMap<String, String> now() {
        var now = new TreeMap<String, String>();
        for (var file : Sources.under(Sources.MIGRATIONS, ".sql")) {
            var name = Sources.MIGRATIONS.relativize(file).toString().replace('\\', '/');
            now.put(name, Sha256.of(Sources.text(file)));
        }
        return now;
    }
}

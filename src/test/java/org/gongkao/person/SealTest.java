package org.gongkao.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.gongkao.shared.StartRefused;
import org.junit.jupiter.api.Test;

/** What is sealed opens in its own place only, and under its own key. */
class SealTest {

    private static final String OLD = "old:" + key('a');
    private static final String NEW = "new:" + key('b');
    private static final Place HERE = new Place("person.person.number", 7);

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private static Seal seal(String keys) {
        return new Seal(new Keys(new KeySettings(keys, keys)));
    }

    @Test
    void what_is_sealed_opens_again_and_never_looks_the_same_twice() {
        var seal = seal(OLD);
        assertThat(seal.open(HERE, seal.seal(HERE, "410305196803121239"))).isEqualTo("410305196803121239");
        assertThat(seal.seal(HERE, "x")).isNotEqualTo(seal.seal(HERE, "x"));
    }

    @Test
    void moved_to_another_row_or_column_it_does_not_open() {
        var seal = seal(OLD);
        var box = seal.seal(HERE, "x");
        for (var there : List.of(new Place(HERE.column(), 8), new Place("person.person.phone", 7))) {
            assertThatThrownBy(() -> seal.open(there, box)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void every_changed_byte_is_noticed() {
        var seal = seal(OLD);
        var box = seal.seal(HERE, "x");
        for (int at = 0; at < box.length; at++) {
            var broken = box.clone();
            broken[at] ^= 1;
            assertThatThrownBy(() -> seal.open(HERE, broken)).as("byte %d", at).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void after_a_change_of_keys_the_old_still_opens_and_the_new_is_used() {
        var before = seal(OLD);
        var after = seal(NEW + "," + OLD);
        var box = before.seal(HERE, "x");
        assertThat(after.open(HERE, box)).isEqualTo("x");
        assertThat(after.seal(HERE, "x")).startsWith(after.currentSealHead());
        assertThat(box).startsWith(before.currentSealHead());
        assertThat(after.indexes("c", "x")).contains(before.index("c", "x"), after.index("c", "x"));
        assertThatThrownBy(() -> seal(NEW).open(HERE, box)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_index_belongs_to_its_column() {
        var seal = seal(OLD);
        assertThat(seal.index("a", "x")).isEqualTo(seal.index("a", "x")).isNotEqualTo(seal.index("b", "x"));
    }

    @Test
    void without_keys_or_with_broken_ones_nothing_starts_and_no_key_is_repeated() {
        for (var wrong : List.of("", "old", "old:", "old:AAAA", "old:!!!!", ":" + key('a'), "Old:" + key('a'))) {
            assertThatThrownBy(() -> new Keys(new KeySettings(wrong, OLD)))
                    .as(wrong)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("gongkao.keys.encryption")
                    .message()
                    .doesNotContain(key('a'));
        }
        assertThatThrownBy(() -> new Keys(new KeySettings(OLD, null))).hasMessageContaining("gongkao.keys.index");
        assertThat(new KeySettings(OLD, OLD).toString()).doesNotContain(key('a'));
        assertThat(new Keys(new KeySettings(OLD, OLD)).encryption().toString()).doesNotContain(key('a'));
    }
}

package org.gongkao.eligibility;

import java.util.List;
import java.util.function.Function;
import org.gongkao.shared.Word;
import org.jspecify.annotations.Nullable;

/** One field of an entry: its name in JSON and in rules, its name on screen, how it is written, and its value. */
record Column(String key, String label, FactKind kind, List<Word> words, Function<Entry, @Nullable Object> value) {

    static <E extends Entry> Column of(
            Class<E> type, String key, String label, FactKind kind, Function<E, @Nullable Object> value) {
        return new Column(key, label, kind, List.of(), entry -> value.apply(type.cast(entry)));
    }

    static <E extends Entry> Column words(
            Class<E> type, String key, String label, Word[] words, Function<E, @Nullable Object> value) {
        return new Column(key, label, FactKind.WORD, List.of(words), entry -> value.apply(type.cast(entry)));
    }
}

package org.gongkao.worker;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Option;
import org.gongkao.shared.Word;

/** An answer from a short list, typed by its words or picked by its name. */
interface Choice extends Word {

    /** What was typed, with narrow brackets and without blanks, so that a spreadsheet's habits do not matter. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /** The answer that a name or a label means; one of several words, or the word before a bracket, is enough. */
    static <T extends Choice> Optional<T> parse(T[] all, String typed) {
        var text = plain(typed);
        return Arrays.stream(all)
                .filter(one -> one.name().equals(text)
                        || plain(one.label()).equals(text)
                        || List.of(plain(one.label()).split("[、(]")).contains(text))
                .findFirst();
    }

    static List<Option> options(Choice[] all) {
        return Arrays.stream(all).map(one -> Option.of(one.name(), one.label())).toList();
    }
}

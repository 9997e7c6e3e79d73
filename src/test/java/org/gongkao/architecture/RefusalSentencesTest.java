package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkao.shared.Reason;
import org.junit.jupiter.api.Test;

/** Every refusal of every module: one polite Chinese sentence that says what to do next. */
class RefusalSentencesTest {

    /** What people call by its Latin name. */
    private static final Pattern LATIN =
            Pattern.compile("(?<![A-Za-z])(?!(?:PDF|JPG|JPEG|PNG|XLSX|Excel|MB|KB|CSV|UTF|GBK)\\b)[A-Za-z]{2,}");

    static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,;:?!()]|[,;:?!()]\\p{IsHan}");

    private static final List<String> COLD = List.of("非法", "系统异常", "操作失败", "未知错误", "参数", "异常");

    private static List<Reason> reasons() {
        return Product.classes()
                .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
                .flatMap(type -> List.of((Reason[]) type.reflect().getEnumConstants()).stream())
                .toList();
    }

    @Test
    void every_sentence_is_well_formed() {
        var wrong = new ArrayList<String>();
        for (var reason : reasons()) {
            var sentence = reason.sentence().replace("%s", "").replaceAll("%\\d*\\$?[sd]", "");
            if (!sentence.endsWith("。")) {
                wrong.add(reason.name() + " does not end with 。: " + sentence);
            }
            if (LATIN.matcher(sentence).find()) {
                wrong.add(reason.name() + " speaks a foreign language: " + sentence);
            }
            if (HALF_WIDTH.matcher(sentence).find()) {
                wrong.add(reason.name() + " has half-width punctuation: " + sentence);
            }
            COLD.stream().filter(sentence::contains).forEach(word -> wrong.add(reason.name() + " says " + word));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_status_is_one_that_a_person_can_do_something_about() {
        assertThat(reasons())
                .allSatisfy(reason -> assertThat(Set.of(403, 404, 409, 422))
                        .as("%s of %s", reason.name(), reason.getClass())
                        .contains(reason.status()));
    }

    @Test
    void no_two_refusals_say_the_same() {
        var seen = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        for (var reason : reasons()) {
            var before = seen.put(reason.sentence(), reason.name());
            if (before != null) {
                twice.add(before + " and " + reason.name() + ": " + reason.sentence());
            }
        }
        assertThat(twice).isEmpty();
    }
}

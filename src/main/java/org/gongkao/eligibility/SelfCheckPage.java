package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.gongkao.shared.Word;

/** The questions, with what was typed. {@code trades} can be applied for; {@code oldTrades} also stand on certificates. */
record SelfCheckPage(
        String cycle, int year, List<Option> trades, List<Option> oldTrades, Answers answers, List<Fault> faults) {

    private static final Option UNSURE = Option.of(Answers.UNKNOWN, "不清楚");

    String value(String name) {
        return answers.value(name);
    }

    /** The words of a fact, and 不清楚. */
    List<Option> words(String key) {
        var words = new ArrayList<>(plain(Fact.of(key).orElseThrow().words()));
        words.add(UNSURE);
        return words;
    }

    /** The same for a list that opens, where the empty line is 不清楚. */
    List<Option> list(String key) {
        return plain(Fact.of(key).orElseThrow().words());
    }

    /** The words of a column; in a list that opens, the empty line is 不清楚. */
    List<Option> column(String list, String key) {
        return EntryShape.of(Fact.of(list).orElseThrow()).columns().stream()
                .filter(column -> column.key().equals(key))
                .map(column -> column.kind() == FactKind.FLAG
                        ? List.of(Option.of("true", "是"), Option.of("false", "否"))
                        : plain(column.words()))
                .findFirst()
                .orElseThrow();
    }

    List<Option> flag(String yes, String no) {
        return List.of(Option.of("false", no), Option.of("true", yes), UNSURE);
    }

    List<Option> some(String some, String none) {
        return List.of(Option.of(Answers.HAS_NONE, none), Option.of(Answers.HAS_SOME, some), UNSURE);
    }

    /** The years whose appraisals any rule looks at, the latest first. */
    List<Integer> years() {
        var years = new ArrayList<Integer>();
        for (int back = 1; back <= Answers.ROWS.getOrDefault(Fact.APPRAISALS, 0); back++) {
            years.add(year - back);
        }
        return years;
    }

    /** The fields of the years before the latest, without the years themselves, which are always there. */
    String[] earlierYears() {
        return IntStream.range(1, years().size())
                .mapToObj(row -> "appraisals[" + row + "].")
                .flatMap(at -> Stream.of(at + "grade", at + "outstandingMember"))
                .toArray(String[]::new);
    }

    /** Whether a part that folds is open: something was answered in it, or is wrong. */
    boolean open(String... prefixes) {
        return Arrays.stream(prefixes)
                .anyMatch(prefix -> answers.has(prefix)
                        || faults.stream().anyMatch(fault -> fault.field().startsWith(prefix)));
    }

    private static List<Option> plain(List<? extends Word> words) {
        return words.stream()
                .map(word -> Option.of(word.name(), word instanceof Level level ? level.full() : word.label()))
                .toList();
    }
}

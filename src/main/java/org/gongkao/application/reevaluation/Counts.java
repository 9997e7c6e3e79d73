package org.gongkao.application.reevaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many files came to what: of one piece while it is done, of a whole run when it is shown. */
final class Counts {

    /** What is counted. */
    enum Kind {
        FILES,
        UNREADABLE,
        OVERALL,
        CONDITION
    }

    /** One line of the count; before and after are names of results, or empty. */
    record Line(Kind kind, String subject, String before, String after) {}

    private final Map<Line, Integer> files = new LinkedHashMap<>();

    void add(Line line, int count) {
        files.merge(line, count, Integer::sum);
    }

    void add(Comparison one) {
        add(
                new Line(
                        Kind.OVERALL,
                        "",
                        one.overallBefore().name(),
                        one.overallAfter().name()),
                1);
        for (var changed : one.conditions()) {
            add(
                    new Line(
                            Kind.CONDITION,
                            changed.condition(),
                            Comparison.Changed.word(changed.before()),
                            Comparison.Changed.word(changed.after())),
                    1);
        }
    }

    void add(Kind kind, int count) {
        add(new Line(kind, "", "", ""), count);
    }

    int of(Kind kind) {
        return lines(kind).stream().mapToInt(Map.Entry::getValue).sum();
    }

    /** The lines of a kind, the greatest first. */
    List<Map.Entry<Line, Integer>> lines(Kind kind) {
        return files.entrySet().stream()
                .filter(line -> line.getKey().kind() == kind)
                .sorted(Map.Entry.<Line, Integer>comparingByValue().reversed())
                .toList();
    }

    Map<Line, Integer> all() {
        return files;
    }
}

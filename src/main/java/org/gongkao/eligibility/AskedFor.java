package org.gongkao.eligibility;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkao.shared.Level;

/** What the conditions of one level look at: facts by their keys, and of a list the columns, as {@code honours.placing}. */
final class AskedFor {

    /** A column that a function looks at by itself. */
    private static final Map<String, String> IN_FUNCTIONS = Map.of("excellentAtLeast", "outstandingMember");

    private AskedFor() {}

    static Set<String> of(RuleBook book, Level level) {
        var keys = new TreeSet<String>();
        book.common().forEach(rule -> add(keys, rule));
        for (var way : book.ways(level)) {
            way.conditions().forEach(rule -> add(keys, rule));
            way.waivers().forEach(rule -> add(keys, rule));
        }
        return keys;
    }

    private static void add(Set<String> keys, CompiledRule rule) {
        var text = rule.rule().formula().when() + " " + rule.rule().formula().measure();
        for (var fact : rule.facts()) {
            keys.add(fact.key());
            if (fact.kind() == FactKind.LIST) {
                EntryShape.of(fact).columns().stream()
                        .filter(column -> names(text, column.key()))
                        .forEach(column -> keys.add(fact.key() + "." + column.key()));
            }
        }
    }

    private static boolean names(String text, String column) {
        return Pattern.compile("\\." + column + "\\b").matcher(text).find()
                || IN_FUNCTIONS.entrySet().stream()
                        .anyMatch(one -> one.getValue().equals(column) && text.contains(one.getKey()));
    }
}

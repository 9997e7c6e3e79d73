package org.gongkao.eligibility;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Level;

/** Trades by code or name, each as what it is called today: a trade that was merged is its successor. */
final class Trades {

    private final Map<String, Occupation> today = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Trades(Cycle cycle, Catalogue catalogue) {
        for (var occupation : catalogue.all(cycle)) {
            var successor = catalogue.today(cycle, occupation);
            today.put(occupation.code(), successor);
            names.put(occupation.code(), occupation.name());
            today.put(occupation.name(), successor);
        }
    }

    /** Its code today; what the catalogue does not have keeps its own name. */
    String code(String given) {
        var occupation = today.get(given);
        return occupation == null ? given : occupation.code();
    }

    String name(String given) {
        var occupation = today.get(given);
        return occupation == null ? given : occupation.name();
    }

    /** As a person reads it: a code by its name, and what somebody has written as it was written. */
    String words(String given) {
        return names.getOrDefault(given, given);
    }

    /** Of the trades open at the most levels the first by code. */
    String some() {
        return today.values().stream()
                .min(Comparator.<Occupation>comparingInt(one -> -one.levels().size())
                        .thenComparing(Occupation::code))
                .map(Occupation::code)
                .orElse("");
    }

    boolean open(String given, Level level) {
        var occupation = today.get(given);
        return occupation != null && occupation.isOpenFor(level);
    }

    Object inParameter(Object value) {
        return switch (value) {
            case String text -> code(text);
            case List<?> list -> list.stream().map(one -> code(one.toString())).toList();
            default -> value;
        };
    }
}

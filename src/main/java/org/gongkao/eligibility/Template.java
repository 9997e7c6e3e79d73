package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A sentence with names in braces. */
final class Template {

    /** Texts and names by turns, beginning with a text. */
    private final List<String> parts = new ArrayList<>();

    Template(String text) {
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            parts.add(text.substring(at, open));
            parts.add(text.substring(open + 1, close));
            at = close + 1;
        }
        parts.add(text.substring(at));
    }

    List<String> names() {
        var names = new ArrayList<String>();
        for (int i = 1; i < parts.size(); i += 2) {
            names.add(parts.get(i));
        }
        return names;
    }

    String fill(UnaryOperator<String> word) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(i % 2 == 0 ? parts.get(i) : word.apply(parts.get(i)));
        }
        return text.toString();
    }
}

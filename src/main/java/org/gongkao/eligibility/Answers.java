package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Line;

/**
 * What was typed into the self-check, under the names that the facts have in JSON ({@code certificates[0].level}). It lives
 * in the form alone and is never stored. Empty rows of a list close up, so that a row stands in the form where it stands
 * among the facts and a fault finds its field.
 */
record Answers(Map<String, String> typed) {

    static final Answers NONE = new Answers(Map.of());

    /** 不清楚, which is no fact. */
    static final String UNKNOWN = "unknown";

    /** There is none, or there are some: the question before the rows of a list. */
    static final String HAS_NONE = "none";

    static final String HAS_SOME = "some";

    /** Whether the trade was left in between, and what few people have: questions of the form that are no fact themselves. */
    static final String AWAY = "away";

    static final String SPECIAL = "special";

    /** The lists with rows in the form, and how many; 从业经历 has one row before and one after the time away. */
    static final Map<Fact, Integer> ROWS = Map.of(
            Fact.CERTIFICATES, 2,
            Fact.WORK, 2,
            Fact.APPRAISALS, 5,
            Fact.HONOURS, 3,
            Fact.DISCIPLINES, 2,
            Fact.BANS, 1,
            Fact.INTERRUPTIONS, 2);

    /** Keeps what the form asks and drops every other name, so that nothing else comes back into the page. */
    static Answers of(Map<String, String> sent) {
        var typed = new LinkedHashMap<String, String>();
        keep(sent, typed, AWAY);
        keep(sent, typed, SPECIAL);
        for (var fact : Fact.values()) {
            keep(sent, typed, fact.key());
            int to = 0;
            for (int from = 0; from < ROWS.getOrDefault(fact, 0); from++) {
                to += moved(sent, typed, fact, from, to);
            }
        }
        return new Answers(typed);
    }

    private static void keep(Map<String, String> sent, Map<String, String> typed, String name) {
        var text = sent.getOrDefault(name, "").strip();
        if (!text.isEmpty()) {
            typed.put(name, text);
        }
    }

    /** 1 when the row has anything in it. A period of work keeps its place: before the time away, or after it. */
    private static int moved(Map<String, String> sent, Map<String, String> typed, Fact fact, int from, int to) {
        int target = fact == Fact.WORK ? from : to;
        int before = typed.size();
        for (var column : EntryShape.of(fact).columns()) {
            var text = sent.getOrDefault(name(fact, from, column), "").strip();
            if (!text.isEmpty()) {
                typed.put(name(fact, target, column), text);
            }
        }
        return typed.size() == before ? 0 : 1;
    }

    static String name(Fact fact, int row, Column column) {
        return fact.key() + "[" + row + "]." + column.key();
    }

    String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** The answer where it says something: neither empty nor 不清楚. */
    String said(String name) {
        var text = value(name);
        return text.equals(UNKNOWN) ? "" : text;
    }

    boolean has(String prefix) {
        return typed.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /** As hidden fields of the next form. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        typed.forEach((name, value) -> lines.add(new Line(name, value)));
        return lines;
    }
}

package org.gongkao.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.cycle.PackagePage.FieldGroup;
import org.gongkao.cycle.PackagePage.FieldRow;
import org.gongkao.shared.Line;

/**
 * One section as the page about a package shows it: fields of one thing stand together under its name, the values of a list in
 * one line, expressions and codes folded away.
 */
final class SectionParts {

    /** Below this the name of the thing stands before each field instead. */
    private static final int WORTH_A_HEADING = 3;

    private static final String AND = " · ";

    private final FieldWords words;
    private final Map<String, String> notes;

    SectionParts(FieldWords words, Map<String, String> notes) {
        this.words = words;
        this.notes = new LinkedHashMap<>(notes);
    }

    List<FieldGroup> of(Node section) {
        var things = new LinkedHashMap<String, FieldGroup>();
        section.leaves().forEach((path, scalar) -> {
            var label = words.label(path);
            int at = label.lastIndexOf(AND);
            var thing = at < 0 ? "" : label.substring(0, at);
            var part = at < 0 ? label : label.substring(at + AND.length());
            var group = things.computeIfAbsent(
                    thing, name -> new FieldGroup(name, noteAbove(path), new ArrayList<>(), new ArrayList<>()));
            if (words.isRaw(path)) {
                group.raw().add(new Line(part, words.isKnown(path) ? scalar : path + ": " + scalar));
            } else {
                add(group.rows(), part, words.shown(path, scalar), notes.getOrDefault(path, ""));
            }
        });
        var groups = new ArrayList<FieldGroup>();
        things.values().forEach(group -> groups.add(worthAHeading(group) ? group : spelledOut(group)));
        return groups;
    }

    private static boolean worthAHeading(FieldGroup group) {
        return group.name().isEmpty()
                || group.rows().size() >= WORTH_A_HEADING
                || !group.raw().isEmpty();
    }

    private static FieldGroup spelledOut(FieldGroup group) {
        var rows = group.rows().stream()
                .map(row -> new FieldRow(group.name() + AND + row.label(), row.values(), row.unconfirmed()))
                .toList();
        return new FieldGroup("", group.unconfirmed(), rows, group.raw());
    }

    private static void add(List<FieldRow> rows, String label, String value, String note) {
        var last = rows.isEmpty() ? null : rows.getLast();
        if (last == null || !last.label().equals(label)) {
            rows.add(new FieldRow(label, List.of(value), note));
            return;
        }
        var values = new ArrayList<>(last.values());
        values.add(value);
        rows.set(rows.size() - 1, new FieldRow(label, List.copyOf(values), last.unconfirmed() + note));
    }

    /** A note on the whole thing, told once where it begins. */
    private String noteAbove(String path) {
        var found = new StringBuilder();
        notes.entrySet().removeIf(note -> {
            boolean above = path.startsWith(note.getKey() + ".") || path.startsWith(note.getKey() + "[");
            if (above) {
                found.append(note.getValue());
            }
            return above;
        });
        return found.toString();
    }
}

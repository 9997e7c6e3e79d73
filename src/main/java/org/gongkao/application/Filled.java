package org.gongkao.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Line;

/**
 * 填报内容。What was typed into one group, as it was typed: values by field, and the rows. A draft may hold anything; what is
 * wrong or missing is said by the checks of {@code application.filling}.
 */
public record Filled(Map<String, String> values, List<Map<String, String>> rows) {

    public static final Filled EMPTY = new Filled(Map.of(), List.of());

    /** Reads a form's parameters by the names that the sheet gives; empty rows fall out. */
    public static Filled read(Sheet sheet, Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        for (var field : sheet.fields()) {
            put(values, field, typed.getOrDefault(sheet.name(field), ""));
        }
        var rows = new ArrayList<Map<String, String>>();
        for (int row = 0; row < sheet.mostRows(); row++) {
            var one = new LinkedHashMap<String, String>();
            for (var column : sheet.columns()) {
                put(one, column, typed.getOrDefault(sheet.name(row, column), ""));
            }
            if (!one.isEmpty()) {
                rows.add(one);
            }
        }
        return new Filled(values, rows);
    }

    private static void put(Map<String, String> into, Field field, String typed) {
        var kept = field.keep(typed);
        if (!kept.isEmpty()) {
            into.put(field.name(), kept);
        }
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public String value(int row, String column) {
        return row < rows.size() ? rows.get(row).getOrDefault(column, "") : "";
    }

    public boolean isEmpty() {
        return values.isEmpty() && rows.isEmpty();
    }

    /** Label and answer of everything that was filled in, rows numbered. */
    public List<Line> lines(Sheet sheet) {
        var lines = new ArrayList<Line>();
        for (var field : sheet.fields()) {
            var value = value(field.name());
            if (!value.isEmpty()) {
                lines.add(new Line(field.label(), field.words(value)));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            lines.add(new Line(sheet.rowName() + " " + (row + 1), row(sheet, row)));
        }
        return lines;
    }

    private String row(Sheet sheet, int row) {
        var words = new ArrayList<String>();
        for (var column : sheet.columns()) {
            var value = value(row, column.name());
            if (!value.isEmpty()) {
                words.add(column.words(value));
            }
        }
        return String.join("，", words);
    }
}

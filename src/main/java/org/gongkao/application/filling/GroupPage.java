package org.gongkao.application.filling;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Field;
import org.gongkao.application.Filled;
import org.gongkao.application.Sheet;
import org.gongkao.application.filling.HomePage.Asked;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;

/**
 * 填报栏目页。One group of fields to fill in, or to read once it can no longer be changed. {@code notice} says why a save was
 * not taken, {@code differences} what another window has saved meanwhile.
 */
record GroupPage(
        Filler by,
        String title,
        String place,
        String advice,
        String path,
        boolean editable,
        String version,
        List<Question> questions,
        List<Row> rows,
        String rowName,
        boolean moreRows,
        List<Line> known,
        List<Line> lines,
        List<Asked> remarks,
        List<Fault> faults,
        String notice,
        List<Difference> differences) {

    /** 提问。One field with its name in the form and what stands in it. */
    record Question(Field field, String name, String value) {}

    /** 填报行。One certificate or award; the last one is empty, for the next. */
    record Row(int number, List<Question> questions) {}

    /** 两个窗口的差别。What this window typed against what the other one saved. */
    record Difference(String label, String mine, String theirs) {}

    static List<Question> questions(Sheet sheet, Filled filled) {
        return sheet.fields().stream()
                .map(field -> new Question(field, sheet.name(field), filled.value(field.name())))
                .toList();
    }

    /** The rows there are, and one more as long as there may be more. */
    static List<Row> rows(Sheet sheet, Filled filled) {
        var rows = new ArrayList<Row>();
        int count = Math.min(sheet.mostRows(), filled.rows().size() + 1);
        for (int i = 0; i < count; i++) {
            int row = i;
            rows.add(new Row(
                    row + 1,
                    sheet.columns().stream()
                            .map(column ->
                                    new Question(column, sheet.name(row, column), filled.value(row, column.name())))
                            .toList()));
        }
        return rows;
    }

    static List<Difference> differences(Sheet sheet, Filled mine, Filled theirs) {
        var differences = new ArrayList<Difference>();
        for (var field : sheet.fields()) {
            add(differences, field.label(), field, mine.value(field.name()), theirs.value(field.name()));
        }
        int rows = Math.max(mine.rows().size(), theirs.rows().size());
        for (int row = 0; row < rows; row++) {
            for (var column : sheet.columns()) {
                var label = sheet.rowName() + " " + (row + 1) + "，" + column.label();
                add(differences, label, column, mine.value(row, column.name()), theirs.value(row, column.name()));
            }
        }
        return differences;
    }

    private static void add(List<Difference> to, String label, Field field, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            to.add(new Difference(label, shown(field, mine), shown(field, theirs)));
        }
    }

    private static String shown(Field field, String value) {
        return value.isEmpty() ? "（空）" : field.words(value);
    }
}

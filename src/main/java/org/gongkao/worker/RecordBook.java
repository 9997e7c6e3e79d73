package org.gongkao.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.shared.Line;
import org.gongkao.shared.Spreadsheet;

/** 职工档案表。Records as a spreadsheet, and the empty sheets to fill in. Cells are text, never formulas. */
final class RecordBook {

    /** As far down as numbers stay text when they are typed into the empty sheet. */
    private static final int PREPARED_ROWS = 500;

    private RecordBook() {}

    static void template(List<Line> columns, OutputStream to) throws IOException {
        var all = new ArrayList<>(List.of(new Line("姓名", "与身份证一致"), new Line("身份证号码", "18位，最后一位可以是X；该列已设为文本格式，请直接填写")));
        all.addAll(columns);
        try (var book = Spreadsheet.to(to)) {
            var sheet = book.newWorksheet("填写");
            head(sheet, all.stream().map(Line::label).toList());
            sheet.range(1, 0, PREPARED_ROWS, all.size() - 1).style().format("@").set();
            var notes = book.newWorksheet("填写说明");
            head(notes, List.of("栏目", "怎样填"));
            notes.width(1, 90);
            for (int line = 0; line < all.size(); line++) {
                notes.value(line + 1, 0, all.get(line).label());
                notes.value(line + 1, 1, all.get(line).value());
            }
        }
    }

    /** The rows as they come, screen after screen; {@code after} gets the last one's person. */
    static void write(Function<Long, List<RecordedRow>> after, Function<Long, ServiceFacts> facts, OutputStream to)
            throws IOException {
        try (var book = Spreadsheet.to(to)) {
            var sheet = book.newWorksheet("职工档案");
            head(
                    sheet,
                    Stream.concat(
                                    Stream.of("姓名", "身份证号码", "状态", "最近年度考核"),
                                    Stream.of(RecordField.values()).map(RecordField::label))
                            .toList());
            int line = 1;
            for (var rows = after.apply(0L);
                    !rows.isEmpty();
                    rows = after.apply(rows.getLast().personId())) {
                for (var row : rows) {
                    write(sheet, line++, row, facts.apply(row.personId()));
                }
                sheet.flush();
            }
        }
    }

    private static void write(Worksheet sheet, int line, RecordedRow row, ServiceFacts facts) {
        sheet.value(line, 0, row.name());
        sheet.value(line, 1, row.maskedNumber());
        sheet.value(line, 2, row.state().label());
        sheet.value(line, 3, row.lastAppraisal());
        for (var field : RecordField.values()) {
            var value = facts.value(field);
            sheet.value(line, 4 + field.ordinal(), value.isEmpty() ? "" : field.words(value));
        }
    }

    private static void head(Worksheet sheet, List<String> labels) {
        for (int column = 0; column < labels.size(); column++) {
            sheet.width(column, 20);
        }
        Spreadsheet.head(sheet, 0, labels);
    }
}

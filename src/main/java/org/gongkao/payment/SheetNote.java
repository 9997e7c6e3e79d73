package org.gongkao.payment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;

/** 导出说明。What stands above an exported table of finance: what was chosen, in the page's words, and when it was exported. */
public record SheetNote(List<Line> chosen, Instant at) {

    private static final String ANY = "不限";

    public static SheetNote of(Instant at, Line... chosen) {
        return new SheetNote(List.of(chosen), at);
    }

    public static Line chosen(String label, String value) {
        return new Line(label, value.isEmpty() ? ANY : value);
    }

    /** The row on which the table's head stands: it stays when the sheet is scrolled. */
    public int write(Worksheet sheet) {
        var lines = lines();
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row).label());
            sheet.value(row, 1, lines.get(row).value());
        }
        sheet.freezePane(0, lines.size() + 1);
        return lines.size();
    }

    /** As many for each export of a table, whatever was chosen: a program can leave them out. */
    public List<Line> lines() {
        return Stream.concat(chosen.stream(), Stream.of(new Line("导出时间", Shanghai.second(at))))
                .toList();
    }
}

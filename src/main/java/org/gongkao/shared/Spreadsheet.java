package org.gongkao.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 电子表格。How every exported spreadsheet of the platform begins: the answer's head, who made it, and the rows of text. */
public final class Spreadsheet {

    private Spreadsheet() {}

    /** Goes out while it is written. */
    public static Workbook answer(String name, HttpServletResponse answer) throws IOException {
        return to(Download.sheet(name).to(answer));
    }

    public static Workbook to(OutputStream out) {
        return new Workbook(out, "gongkao", "1.0");
    }

    /** A bold row of labels that stays when the sheet is scrolled. */
    public static void head(Worksheet sheet, int row, List<String> labels) {
        row(sheet, row, labels);
        sheet.range(row, 0, row, labels.size() - 1).style().bold().set();
        sheet.freezePane(0, row + 1);
    }

    public static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }
}

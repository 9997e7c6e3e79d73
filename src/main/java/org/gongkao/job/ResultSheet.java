package org.gongkao.job;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.shared.Spreadsheet;

/** The results as a spreadsheet: the cells first, in the columns they came in, then what became of the line. */
final class ResultSheet {

    private ResultSheet() {}

    static void write(Job job, IntFunction<List<Jobs.ResultRow>> after, OutputStream to) throws IOException {
        try (var book = Spreadsheet.to(to)) {
            var sheet = book.newWorksheet("办理结果");
            int width = job.header().size();
            Spreadsheet.row(sheet, 0, job.header());
            sheet.value(0, width, "原表行号");
            sheet.value(0, width + 1, "结果");
            sheet.value(0, width + 2, "说明");
            sheet.range(0, 0, 0, width + 2).style().bold().set();
            int line = 1;
            for (var rows = after.apply(0);
                    !rows.isEmpty();
                    rows = after.apply(rows.getLast().rowNo())) {
                for (var row : rows) {
                    write(sheet, line++, width, row);
                }
                sheet.flush();
            }
        }
    }

    private static void write(Worksheet sheet, int line, int width, Jobs.ResultRow row) {
        Spreadsheet.row(sheet, line, row.cells());
        sheet.value(line, width, row.line());
        sheet.value(line, width + 1, row.outcome().kind().label());
        sheet.value(line, width + 2, row.outcome().sentence());
    }
}

package org.gongkao.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.shared.Spreadsheet;

/** The exported spreadsheet, written as it goes. */
final class AuditSheet implements AutoCloseable {

    private static final List<String> HEAD = List.of("系统时间", "业务时间", "类别", "事项", "对象", "操作人", "机构", "说明");

    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    AuditSheet(OutputStream out) {
        book = Spreadsheet.to(out);
        sheet = book.newWorksheet("留痕");
        Spreadsheet.row(sheet, 0, HEAD);
    }

    int rows() {
        return rows;
    }

    void add(AuditPage.Row row) {
        Spreadsheet.row(
                sheet,
                ++rows,
                List.of(
                        row.machine(),
                        row.business(),
                        row.kind(),
                        row.act(),
                        row.subject(),
                        row.who(),
                        row.office(),
                        row.detail()));
        if (rows % 1_000 == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}

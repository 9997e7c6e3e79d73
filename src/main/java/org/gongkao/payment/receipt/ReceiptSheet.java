package org.gongkao.payment.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.payment.SheetNote;
import org.gongkao.shared.Spreadsheet;

/** The exported spreadsheet of receipts, written as it goes. */
final class ReceiptSheet implements AutoCloseable {

    private static final List<String> HEAD =
            List.of("开票申请号", "付款人", "开票项目", "金额（元）", "票据代码", "票据号码", "校验码", "开具或排队时间", "状态", "说明");
    private static final int AMOUNT = 3;

    private final Workbook book;
    private final Worksheet sheet;
    private final int head;
    private int rows;

    ReceiptSheet(SheetNote note, OutputStream out) {
        book = Spreadsheet.to(out);
        sheet = book.newWorksheet("电子票据");
        head = note.write(sheet);
        Spreadsheet.row(sheet, head, HEAD);
    }

    int rows() {
        return rows;
    }

    void add(FiscalReceipt receipt) {
        var row = ReceiptQueuePage.Row.of(receipt);
        int place = head + ++rows;
        Spreadsheet.row(
                sheet,
                place,
                List.of(
                        row.number(),
                        row.payer(),
                        row.title(),
                        "",
                        row.code(),
                        row.receipt(),
                        row.checkCode(),
                        row.at(),
                        row.state(),
                        row.note()));
        sheet.value(place, AMOUNT, receipt.amount().inYuan());
        sheet.style(place, AMOUNT).format("0.00").set();
        if (rows % 1_000 == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}

package org.gongkao.payment.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.payment.SheetNote;

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
        book = new Workbook(out, "Gongkao", "1.0");
        sheet = book.newWorksheet("电子票据");
        head = note.write(sheet);
        write(head, HEAD);
    }

    int rows() {
        return rows;
    }

    void add(FiscalReceipt receipt) {
        var row = ReceiptQueuePage.Row.of(receipt);
        int place = head + ++rows;
        write(
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
        sheet.value(place, AMOUNT, receipt.amount().fen() / 100.0);
        sheet.style(place, AMOUNT).format("0.00").set();
        if (rows % 1_000 == 0) {
            flush();
        }
    }

    private void write(int row, List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            sheet.value(row, column, values.get(column));
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

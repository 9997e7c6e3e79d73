package org.gongkao.payment.close;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.ledger.BookLines;
import org.gongkao.payment.SheetNote;
import org.gongkao.shared.Spreadsheet;

/** The exported book, written as it goes: a spreadsheet, or text for a program. What was chosen stands above the head. Amounts are numbers, in yuan. */
interface LedgerSheet extends AutoCloseable {

    List<String> HEAD = List.of(
            "凭证号", "行", "记账日", "记账时间", "事项", "科目", "金额（元，借正贷负）", "渠道", "事由", "缴费单号", "缴费人", "渠道流水号", "机构", "等级");

    int AMOUNT = 6;

    void add(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    static LedgerSheet open(boolean text, SheetNote note, OutputStream out) throws IOException {
        LedgerSheet sheet = text ? new Text(note, out) : new Book(note, out);
        sheet.add(HEAD);
        return sheet;
    }

    static List<String> cells(BookLines.Row line, LedgerPage.Row words) {
        return List.of(
                Long.toString(line.entry()),
                Integer.toString(line.place()),
                line.day().toString(),
                words.at(),
                words.kind(),
                words.account(),
                line.amount().inYuan().toPlainString(),
                words.channel(),
                words.purpose(),
                words.charge(),
                words.payer(),
                words.transaction(),
                words.region(),
                words.level());
    }

    /** A spreadsheet; what is written is let go each thousand lines. */
    final class Book implements LedgerSheet {

        private final Workbook book;
        private final Worksheet sheet;
        private final int head;
        private int row;

        Book(SheetNote note, OutputStream out) {
            book = Spreadsheet.to(out);
            sheet = book.newWorksheet("账簿");
            head = note.write(sheet);
            row = head;
        }

        @Override
        public void add(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                if (column == AMOUNT && row > head) {
                    sheet.value(row, column, new BigDecimal(cells.get(column)));
                } else {
                    sheet.value(row, column, cells.get(column));
                }
            }
            if (++row % 1_000 == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }

    /** Comma-separated, with the mark by which spreadsheet programs know the encoding. */
    final class Text implements LedgerSheet {

        private final Writer out;

        Text(SheetNote note, OutputStream out) throws IOException {
            this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            this.out.write('\uFEFF');
            for (var line : note.lines()) {
                add(List.of(line.label(), line.value()));
            }
        }

        @Override
        public void add(List<String> cells) throws IOException {
            out.write(cells.stream().map(Text::cell).collect(Collectors.joining(",", "", "\r\n")));
        }

        /** A channel's number is a stranger's text: it must not become a formula where it is opened. */
        private static String cell(String text) {
            var safe = text.matches("[=+@\\t\\r].*") || text.matches("-.*[^0-9.].*") ? "'" + text : text;
            return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

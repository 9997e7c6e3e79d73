package org.gongkao.payment.close;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.ledger.BookSums;
import org.gongkao.ledger.BookSums.Sum;
import org.gongkao.payment.SheetNote;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sums of finance's page as a spreadsheet, one sheet for each table, exactly as they are filtered. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class MoneySheetController {

    static final String HERE = MoneyController.HERE + "/export";

    private final BookSums sums;
    private final MoneyPages pages;
    private final Audit audit;

    MoneySheetController(BookSums sums, MoneyPages pages, Audit audit) {
        this.sums = sums;
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping(HERE)
    void export(MoneyFilter filter, Actor actor, Instant arrived, HttpServletResponse answer) throws IOException {
        var faults = new Faults();
        var range = filter.read(Shanghai.day(arrived), faults);
        faults.refuse();
        var all = sums.of(range);
        audit.seen(actor, "导出收支", "money:export", range.first() + " 至 " + range.last());
        var note = pages.note(range, arrived);
        var name = "收支 " + range.first() + " 至 " + range.last() + ".xlsx";
        try (var book = Spreadsheet.answer(name, answer)) {
            for (var table : MoneyTable.values()) {
                write(book.newWorksheet(table.title()), note, table, all);
            }
        }
    }

    private void write(Worksheet sheet, SheetNote note, MoneyTable table, List<Sum> all) {
        var head = List.of(table.head(), "收款（元）", "退款（元）", "上缴（元）", "净额（元）");
        int row = note.write(sheet);
        Spreadsheet.row(sheet, row, table.remits() ? head : head.subList(0, 3));
        for (var sum : table.of(all)) {
            write(sheet, ++row, pages.label(sum), sum, table);
        }
        for (var sum : all) {
            if (sum.part() == BookSums.Part.ALL) {
                write(sheet, ++row, "合计", sum, table);
            }
        }
    }

    private static void write(Worksheet sheet, int row, String label, Sum sum, MoneyTable table) {
        sheet.value(row, 0, label);
        sheet.value(row, 1, sum.received().inYuan());
        sheet.value(row, 2, sum.refunded().inYuan());
        if (table.remits()) {
            sheet.value(row, 3, sum.remitted().inYuan());
            sheet.value(row, 4, sum.kept().inYuan());
        }
    }
}

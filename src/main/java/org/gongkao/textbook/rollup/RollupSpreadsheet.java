package org.gongkao.textbook.rollup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.gongkao.textbook.BookNames;
import org.gongkao.textbook.OfficeRange;
import org.springframework.stereotype.Component;

/** The sums and every unit's lines as a spreadsheet, written as they are read. */
@Component
class RollupSpreadsheet {

    private static final int FLUSH = 2_000;

    /** 导出范围。What is asked for, found in the reader's range before the answer begins. */
    record Asked(Cycle cycle, List<String> agencies) {}

    private final Rollups rollups;
    private final OfficeRange range;
    private final BookNames names;
    private final Cycles cycles;
    private final Audit audit;

    RollupSpreadsheet(Rollups rollups, OfficeRange range, BookNames names, Cycles cycles, Audit audit) {
        this.rollups = rollups;
        this.range = range;
        this.names = names;
        this.cycles = cycles;
        this.audit = audit;
    }

    Asked asked(String place, Actor actor, Instant now) {
        return new Asked(cycles.current(actor.office().code(), now), range.agencies(place, actor));
    }

    void write(Asked asked, OutputStream to, Actor actor, Instant now) throws IOException {
        int lines;
        try (var book = Spreadsheet.to(to)) {
            var sums = book.newWorksheet("汇总");
            sums(sums, asked, now);
            // Written out before the next one is: of two sheets on their way at once the archive takes neither.
            sums.finish();
            lines = details(book.newWorksheet("各单位明细"), asked);
        }
        audit.seen(actor, "导出教材征订汇总", "textbook-orders", lines + " 行");
    }

    private void sums(Worksheet sheet, Asked asked, Instant now) {
        sheet.value(0, 0, asked.cycle().name() + "教材征订汇总，截至 " + Shanghai.minute(now));
        Spreadsheet.head(sheet, 1, List.of("教材", "编号", "等级", "工种", "征订", "已缴", "库存", "已发放"));
        int row = 1;
        var sum = Totals.NONE;
        for (var one : rollups.books(asked.cycle().year(), asked.agencies(), null, Integer.MAX_VALUE)) {
            var name = names.of(one.book(), asked.cycle());
            sheet.value(++row, 0, name.title());
            sheet.value(row, 1, name.number());
            sheet.value(row, 2, name.level());
            sheet.value(row, 3, name.occupation());
            totals(sheet, row, one.totals());
            sum = sum.plus(one.totals());
        }
        sheet.value(++row, 0, "合计");
        totals(sheet, row, sum);
    }

    private static void totals(Worksheet sheet, int row, Totals totals) {
        sheet.value(row, 4, totals.ordered());
        sheet.value(row, 5, totals.paid());
        sheet.value(row, 6, totals.onHand());
        sheet.value(row, 7, totals.handedOut());
    }

    private int details(Worksheet sheet, Asked asked) {
        Spreadsheet.head(sheet, 0, List.of("统一社会信用代码", "单位", "教材", "等级", "工种", "征订", "已缴", "已发放", "单位已签收", "已发给本人"));
        int[] row = {0};
        rollups.details(asked.cycle().year(), asked.agencies(), one -> {
            int at = ++row[0];
            var name = names.of(one.book(), asked.cycle());
            sheet.value(at, 0, one.unitCode());
            sheet.value(at, 1, one.unitName());
            sheet.value(at, 2, name.title());
            sheet.value(at, 3, name.level());
            sheet.value(at, 4, name.occupation());
            sheet.value(at, 5, one.ordered());
            sheet.value(at, 6, one.paid());
            sheet.value(at, 7, one.handedOut());
            sheet.value(at, 8, one.received());
            sheet.value(at, 9, one.given());
            if (at % FLUSH == 0) {
                flush(sheet);
            }
        });
        return row[0];
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

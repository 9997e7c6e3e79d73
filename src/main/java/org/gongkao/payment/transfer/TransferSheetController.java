package org.gongkao.payment.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.SheetNote;
import org.gongkao.payment.WhoPaid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Line;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports exactly what the list is filtered to, stretch after stretch. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class TransferSheetController {

    private static final List<String> HEAD =
            List.of("交易日期时间", "流水号", "收入（元）", "支出（元）", "对方户名", "附言", "状态", "缴款码", "应缴（元）", "退款编号", "缴费人");

    private static final int AT_ONCE = 1_000;

    private final TransferLines lines;
    private final WhoPaid whoPaid;
    private final PayerSearch search;
    private final Audit audit;

    TransferSheetController(TransferLines lines, WhoPaid whoPaid, PayerSearch search, Audit audit) {
        this.lines = lines;
        this.whoPaid = whoPaid;
        this.search = search;
        this.audit = audit;
    }

    @GetMapping("/payment/transfers/export")
    void export(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Instant arrived,
            HttpServletResponse answer)
            throws IOException {
        var filter = TransferController.filter(state, q);
        int count = 0;
        try (var book = Spreadsheet.answer("银行流水.xlsx", answer)) {
            var sheet = book.newWorksheet("银行流水");
            var chosen = filter.state();
            int row = SheetNote.of(
                            arrived,
                            new Line("流水状态", chosen == null ? "全部" : chosen.label()),
                            SheetNote.chosen("查找", search.said(filter.term(), actor)))
                    .write(sheet);
            Spreadsheet.row(sheet, row, HEAD);
            Long before = null;
            do {
                var page = lines.list(filter, before, AT_ONCE, actor);
                var payers = whoPaid.of(
                        page.rows().stream().map(TransferLines.Line::money).toList(), actor);
                for (var line : page.rows()) {
                    count++;
                    write(sheet, ++row, line, payers.getOrDefault(line.money(), ""));
                }
                sheet.flush();
                before = page.next() == null ? null : Long.valueOf(page.next());
            } while (before != null);
        }
        audit.seen(actor, "导出银行流水", "payment:transfers", count + " 笔");
    }

    private static void write(Worksheet sheet, int row, TransferLines.Line line, String payer) {
        sheet.inlineString(row, 0, Shanghai.second(line.at()));
        sheet.inlineString(row, 1, line.serial());
        sheet.value(row, line.in() ? 2 : 3, line.amount().inYuan());
        sheet.inlineString(row, 4, line.name());
        sheet.inlineString(row, 5, line.purpose());
        sheet.inlineString(row, 6, line.state().label());
        sheet.inlineString(row, 7, line.code() == null ? "" : line.code());
        if (line.due() != null) {
            sheet.value(row, 8, line.due().inYuan());
        }
        sheet.inlineString(row, 9, line.refund() == null ? "" : line.refund());
        sheet.inlineString(row, 10, payer);
    }
}

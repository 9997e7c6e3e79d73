package org.gongkao.payment.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports exactly what the list is filtered to, stretch after stretch. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class TransferSheetController {

    private static final List<String> HEAD =
            List.of("交易日期时间", "流水号", "收入（元）", "支出（元）", "对方户名", "附言", "状态", "缴款码", "应缴（元）", "退款编号");

    private static final int AT_ONCE = 1_000;

    private final TransferLines lines;
    private final Audit audit;

    TransferSheetController(TransferLines lines, Audit audit) {
        this.lines = lines;
        this.audit = audit;
    }

    @GetMapping("/payment/transfers/export")
    void export(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            HttpServletResponse answer)
            throws IOException {
        var filter = TransferController.filter(state, q);
        int count = 0;
        try (var book = new Workbook(Download.sheet("银行流水.xlsx").to(answer), "gongkao", "1.0")) {
            var sheet = book.newWorksheet("银行流水");
            for (int column = 0; column < HEAD.size(); column++) {
                sheet.value(0, column, HEAD.get(column));
            }
            sheet.freezePane(0, 1);
            Long before = null;
            do {
                var page = lines.list(filter, before, AT_ONCE, actor);
                for (var line : page.rows()) {
                    write(sheet, ++count, line);
                }
                sheet.flush();
                before = page.next() == null ? null : Long.valueOf(page.next());
            } while (before != null);
        }
        audit.seen(actor, "导出银行流水", "payment:transfers", count + " 笔");
    }

    private static void write(Worksheet sheet, int row, TransferLines.Line line) {
        sheet.inlineString(row, 0, Shanghai.second(line.at()));
        sheet.inlineString(row, 1, line.serial());
        sheet.value(row, line.in() ? 2 : 3, line.amount().fen() / 100.0);
        sheet.inlineString(row, 4, line.name());
        sheet.inlineString(row, 5, line.purpose());
        sheet.inlineString(row, 6, line.state().label());
        sheet.inlineString(row, 7, line.code() == null ? "" : line.code());
        if (line.due() != null) {
            sheet.value(row, 8, line.due().fen() / 100.0);
        }
        sheet.inlineString(row, 9, line.refund() == null ? "" : line.refund());
    }
}

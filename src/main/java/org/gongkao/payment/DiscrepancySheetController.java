package org.gongkao.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Line;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exports exactly what the list of money that does not fit is filtered to, stretch after stretch. */
@Controller
@Allowed({Role.FINANCE, Role.AUDITOR})
class DiscrepancySheetController {

    private static final List<String> HEAD =
            List.of("差异", "缴费单号", "缴费人", "渠道", "订单号", "渠道流水号", "应缴（元）", "到账（元）", "到账时间", "状态", "处理说明", "退费单号", "退费状态");

    private static final int AT_ONCE = 1_000;

    private final Discrepancies discrepancies;
    private final BesideDiscrepancy refunds;
    private final WhoPaid whoPaid;
    private final PayerSearch payers;
    private final Audit audit;

    DiscrepancySheetController(
            Discrepancies discrepancies, BesideDiscrepancy refunds, WhoPaid whoPaid, PayerSearch payers, Audit audit) {
        this.discrepancies = discrepancies;
        this.refunds = refunds;
        this.whoPaid = whoPaid;
        this.payers = payers;
        this.audit = audit;
    }

    @GetMapping(DiscrepancySearch.HERE + "/export")
    void export(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Instant arrived,
            HttpServletResponse answer)
            throws IOException {
        var asked = DiscrepancySearch.of(state, q, "");
        int count = 0;
        try (var book = Spreadsheet.answer("缴费差异.xlsx", answer)) {
            var sheet = book.newWorksheet("缴费差异");
            int row = SheetNote.of(
                            arrived,
                            new Line("状态", asked.label()),
                            SheetNote.chosen("查找", payers.said(asked.term(), actor)))
                    .write(sheet);
            Spreadsheet.row(sheet, row, HEAD);
            for (var from = asked; from != null; ) {
                var page = discrepancies.list(from, AT_ONCE, actor);
                row = write(sheet, row, page.rows(), actor);
                count += page.rows().size();
                sheet.flush();
                from = page.next() == null ? null : asked.goingOn(page.next());
            }
        }
        audit.seen(actor, "导出缴费差异", "payment:discrepancies", count + " 笔");
    }

    private int write(Worksheet sheet, int above, List<Discrepancies.Discrepancy> found, Actor actor) {
        int row = above;
        var names =
                whoPaid.of(found.stream().map(Discrepancies.Discrepancy::money).toList(), actor);
        var going = refunds.of(found.stream().map(Discrepancies.Discrepancy::id).toList());
        for (var one : found) {
            write(sheet, ++row, one, names.getOrDefault(one.money(), "不明"));
            var refund = going.get(one.id());
            if (refund != null) {
                sheet.inlineString(row, 11, refund.number());
                sheet.inlineString(row, 12, refund.state());
            }
        }
        return row;
    }

    private static void write(Worksheet sheet, int row, Discrepancies.Discrepancy one, String payer) {
        var number = one.chargeNumber();
        var due = one.due();
        var note = one.note();
        sheet.inlineString(row, 0, one.kind().label());
        sheet.inlineString(row, 1, number == null ? "" : number);
        sheet.inlineString(row, 2, payer);
        sheet.inlineString(row, 3, one.channel().label());
        sheet.inlineString(row, 4, one.orderNumber());
        sheet.inlineString(row, 5, one.transaction());
        if (due != null) {
            sheet.value(row, 6, due.inYuan());
        }
        sheet.value(row, 7, one.amount().inYuan());
        sheet.inlineString(row, 8, Shanghai.second(one.paidAt()));
        sheet.inlineString(row, 9, one.decidedAt() == null ? "待处理" : "已处理");
        sheet.inlineString(row, 10, note == null ? "" : note);
    }
}
